package in.sampark.meter.supply;

import in.sampark.platform.settled.Unsettled;
import reactor.core.publisher.Mono;

/** Connections whose supply is to be looked at. */
record SupplyToLookAt(LookAtSupply lookAtSupply) implements Unsettled {

    @Override
    public String what() {
        return "connections whose supply is to be looked at";
    }

    @Override
    public Mono<Long> count() {
        return lookAtSupply.backlog();
    }
}
