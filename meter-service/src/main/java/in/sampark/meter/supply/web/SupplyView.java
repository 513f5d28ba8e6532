package in.sampark.meter.supply.web;

import in.sampark.meter.supply.Shown;
import in.sampark.meter.supply.domain.Debt;
import in.sampark.meter.supply.domain.Decision.Because;
import in.sampark.meter.supply.domain.Line;
import in.sampark.meter.supply.domain.Notice;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Order;
import in.sampark.meter.supply.domain.Supply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection's supply as staff see it. Money in paise.
 *
 * @param line its switch, as the head-end last reported it: ON, CUT for dues, or OFF otherwise
 * @param lineSince when it was reported; absent when it never was
 * @param lastGasp when power last went away though the switch did not move; absent when never
 * @param waitsFor what is waited for, or why nothing is done
 * @param until when that ends by itself; absent when something has to happen first
 * @param emptySince since when nothing is left; absent when something is
 * @param graceUntil until when a part payment keeps supply on; absent when none was made
 * @param proof how the consumer is known to have been told in this debt; absent when nothing proves it
 * @param cut the order to cut it off that is to be carried out; absent when there is none
 * @param restore the order to switch it on; absent when there is none
 * @param amountNeededPaise the least payment that restores supply or averts a cut; 0 when none is needed
 * @param offers payments worth naming, the least first
 */
record SupplyView(
        String connectionId,
        String areaPath,
        Line.State line,
        @Nullable Instant lineSince,
        @Nullable Instant lastGasp,
        Because waitsFor,
        @Nullable Instant until,
        long availablePaise,
        long duesPaise,
        @Nullable Instant emptySince,
        @Nullable Instant graceUntil,
        @Nullable ProofView proof,
        @Nullable OrderView cut,
        @Nullable OrderView restore,
        long amountNeededPaise,
        List<OfferView> offers) {

    /** What proves that the consumer was told. */
    record ProofView(Notice.Kind kind, String id, Instant at) {

        static @Nullable ProofView of(@Nullable Debt debt) {
            Notice notice = debt == null ? null : debt.notice();
            return notice == null ? null : new ProofView(notice.kind(), notice.id(), notice.at());
        }
    }

    /** @param overdue whether a restoration is not reported though its deadline has passed */
    record OrderView(Instant at, Instant deadline, boolean overdue) {

        static @Nullable OrderView of(@Nullable Order order, boolean overdue) {
            return order == null ? null : new OrderView(order.at(), order.deadline(), overdue);
        }
    }

    /**
     * A payment, and what it buys.
     *
     * @param days of supply; absent when it is not known what a day costs
     * @param clears whether nothing is owed after it; else the rest has to be paid within those days
     */
    record OfferView(long paise, @Nullable Integer days, boolean clears) {

        static OfferView of(Offer offer) {
            return new OfferView(
                    offer.paise(), offer.days().isPresent() ? offer.days().getAsInt() : null, offer.clears());
        }
    }

    static SupplyView of(Shown shown, Instant now) {
        Supply supply = shown.supply();
        Debt debt = supply.debt();
        return new SupplyView(
                supply.connectionId(),
                shown.areaPath(),
                supply.line().state(),
                supply.line().reported() ? supply.line().since() : null,
                supply.line().lastGasp(),
                shown.rest().because(),
                shown.rest().until(),
                shown.standing().availablePaise(),
                shown.standing().duesPaise(),
                debt == null ? null : debt.since(),
                debt == null ? null : debt.graceUntil(),
                ProofView.of(debt),
                OrderView.of(supply.cutDue(now), false),
                OrderView.of(supply.restore(), supply.overdue()),
                shown.amountNeededPaise(),
                shown.offers().stream().map(OfferView::of).toList());
    }
}
