package in.sampark.meter.supply.web;

import in.sampark.meter.supply.SupplyPages.Place;
import in.sampark.meter.supply.domain.Debt;
import in.sampark.meter.supply.domain.Order;
import in.sampark.meter.supply.domain.Supply;
import in.sampark.meter.supply.web.SupplyView.OrderView;
import in.sampark.meter.supply.web.SupplyView.ProofView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection at which something is due. What is absent is as in {@link SupplyView}.
 *
 * @param order what the head-end was told
 */
record DueView(
        String connectionId,
        String areaPath,
        @Nullable OrderView order,
        @Nullable Instant emptySince,
        @Nullable ProofView proof) {

    static DueView of(Place place) {
        Supply supply = place.watched().supply();
        Debt debt = supply.debt();
        Order order = supply.restore() == null ? supply.cut() : supply.restore();
        return new DueView(
                supply.connectionId(),
                place.areaPath(),
                OrderView.of(order, supply.overdue()),
                debt == null ? null : debt.since(),
                ProofView.of(debt));
    }
}
