package in.sampark.meter.supply.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.DueAct;
import in.sampark.contract.meter.DueReason;
import in.sampark.contract.meter.NoticeProof;
import in.sampark.contract.meter.SupplyDue;
import in.sampark.meter.balance.domain.EventIds;
import in.sampark.meter.supply.domain.Debt;
import in.sampark.meter.supply.domain.Decided;
import in.sampark.meter.supply.domain.Decision.Act;
import in.sampark.meter.supply.domain.Decision.Cut;
import in.sampark.meter.supply.domain.Decision.Overdue;
import in.sampark.meter.supply.domain.Decision.Restore;
import in.sampark.meter.supply.domain.Decision.Withdraw;
import in.sampark.meter.supply.domain.Notice;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.domain.Supply;
import in.sampark.platform.outbox.Announcement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says what is due at a connection's switch. Event ids follow from the version, so that saying it again is recognised. */
public final class SupplyAnnouncements {

    private SupplyAnnouncements() {}

    /**
     * The acts in their order.
     *
     * @param before version of what was announced before them
     * @param needed the least payment that helps now; empty when none is needed
     * @param causedBy event that led to them; null when it was the clock
     */
    public static List<Announcement<?>> of(
            Decided decided,
            long before,
            Standing standing,
            Optional<Offer> needed,
            @Nullable String causedBy,
            Instant now) {
        List<Announcement<?>> announcements = new ArrayList<>();
        long version = before;
        for (Act act : decided.acts()) {
            version++;
            SupplyDue due = about(act, decided.supply())
                    .setEventId(EventIds.of("supply-due", decided.supply().connectionId(), version))
                    .setOccurredAt(now)
                    .setDiscom(standing.discom())
                    .setCausationId(causedBy)
                    .setVersion(version)
                    .setDuesPaise(standing.duesPaise())
                    .setAmountNeededPaise(needed.map(Offer::paise).orElse(0L))
                    .setDaysBought(needed.map(Offer::days)
                            .filter(OptionalInt::isPresent)
                            .map(OptionalInt::getAsInt)
                            .orElse(null))
                    .setPartPayment(needed.filter(offer -> !offer.clears()).isPresent())
                    .build();
            announcements.add(Announcement.of(Topics.SUPPLY_DUE, due));
        }
        return announcements;
    }

    private static SupplyDue.Builder about(Act act, Supply supply) {
        Debt debt = supply.debt();
        SupplyDue.Builder due = SupplyDue.newBuilder()
                .setConnectionId(supply.connectionId())
                .setWhy(DueReason.valueOf(act.why().name()))
                .setEmptySince(debt == null ? null : debt.since());
        return switch (act) {
            case Cut cut -> proven(due, debt).setDue(DueAct.CUT_DUE).setDeadline(cut.deadline());
            case Withdraw withdrawn -> due.setDue(DueAct.CUT_WITHDRAWN).setGraceUntil(withdrawn.graceUntil());
            case Restore restore ->
                due.setDue(DueAct.RESTORE_DUE).setDeadline(restore.deadline()).setGraceUntil(restore.graceUntil());
            case Overdue overdue -> due.setDue(DueAct.RESTORE_OVERDUE).setDeadline(overdue.deadline());
        };
    }

    private static SupplyDue.Builder proven(SupplyDue.Builder due, @Nullable Debt debt) {
        Notice notice = debt == null ? null : debt.notice();
        return notice == null
                ? due
                : due.setProof(proof(notice.kind())).setProofId(notice.id()).setProofAt(notice.at());
    }

    private static NoticeProof proof(Notice.Kind kind) {
        return switch (kind) {
            case MESSAGE -> NoticeProof.MESSAGE;
            case VISIT -> NoticeProof.VISIT;
        };
    }
}
