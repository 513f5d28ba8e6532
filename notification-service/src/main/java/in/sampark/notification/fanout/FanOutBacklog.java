package in.sampark.notification.fanout;

import in.sampark.notification.fanout.r2dbc.FanOutTable;
import in.sampark.platform.settled.Unsettled;
import reactor.core.publisher.Mono;

/** Fan-outs that have not looked at everybody yet. */
record FanOutBacklog(FanOutTable fanOuts) implements Unsettled {

    @Override
    public String what() {
        return "fan-outs under way";
    }

    @Override
    public Mono<Long> count() {
        return fanOuts.count();
    }
}
