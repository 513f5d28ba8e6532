package in.sampark.meter.bill;

import in.sampark.platform.settled.Unsettled;
import reactor.core.publisher.Mono;

/** Connections whose bills are to be looked at. */
record BillsToLookAt(RemindOfBills remindOfBills) implements Unsettled {

    @Override
    public String what() {
        return "connections with bills to look at";
    }

    @Override
    public Mono<Long> count() {
        return remindOfBills.backlog();
    }
}
