package in.sampark.meter.supply.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.SupplyState;
import in.sampark.contract.meter.SupplySwitched;
import in.sampark.contract.meter.SwitchCause;
import in.sampark.meter.balance.domain.EventIds;
import in.sampark.meter.supply.domain.Decided;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.domain.Switched;
import in.sampark.platform.outbox.Announcement;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Says that a connection's switch has moved. Event ids follow from the version, so that saying it again is recognised. */
public final class SwitchAnnouncements {

    private SwitchAnnouncements() {}

    /**
     * One move of the switch.
     *
     * @param decided what is due now, after this and all that was reported with it
     * @param needed the least payment that helps now; empty when none is needed or it is not known
     * @param reportedBy event of the head-end's report
     */
    public static Announcement<SupplySwitched> of(
            Switched switched,
            Decided decided,
            Standing standing,
            Optional<Offer> needed,
            String reportedBy,
            Instant now) {
        String id = decided.supply().connectionId();
        boolean forPayment = switched.offForDues() && decided.waitsForPayment(standing);
        Optional<Offer> payment = needed.filter(_ -> forPayment);
        return Announcement.of(
                Topics.SUPPLY_SWITCHED,
                SupplySwitched.newBuilder()
                        .setEventId(EventIds.of("supply-switched", id, switched.version()))
                        .setOccurredAt(now)
                        .setDiscom(standing.discom())
                        .setCausationId(reportedBy)
                        .setConnectionId(id)
                        .setVersion(switched.version())
                        .setState(switched.on() ? SupplyState.ON : SupplyState.OFF)
                        .setSwitchedAt(switched.at())
                        .setCause(SwitchCause.valueOf(switched.cause().name()))
                        .setOrdered(switched.ordered())
                        .setPaymentNeeded(forPayment)
                        .setDuesPaise(standing.duesPaise())
                        .setAmountNeededPaise(payment.map(Offer::paise).orElse(0L))
                        .setDaysBought(payment.map(Offer::days)
                                .filter(OptionalInt::isPresent)
                                .map(OptionalInt::getAsInt)
                                .orElse(null))
                        .setPartPayment(payment.filter(offer -> !offer.clears()).isPresent())
                        .build());
    }
}
