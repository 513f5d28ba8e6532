package in.sampark.notification.fanout;

import in.sampark.notification.fanout.r2dbc.FanOutTable;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Forgets fan-outs that ended long ago. */
public class ForgetFanOuts {

    private static final int PAGE = 1000;

    private final FanOutTable fanOuts;

    ForgetFanOuts(FanOutTable fanOuts) {
        this.fanOuts = fanOuts;
    }

    /** Forgets some that were worth telling only before that time, and answers whether there may be more; joins the caller's transaction. */
    public Mono<Boolean> forget(Instant before) {
        return fanOuts.prune(before, PAGE).map(forgotten -> forgotten == PAGE);
    }
}
