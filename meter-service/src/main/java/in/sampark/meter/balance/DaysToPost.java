package in.sampark.meter.balance;

import in.sampark.platform.settled.Unsettled;
import reactor.core.publisher.Mono;

/** Connections with days due for posting. */
record DaysToPost(PostDays postDays) implements Unsettled {

    @Override
    public String what() {
        return "connections with days to post";
    }

    @Override
    public Mono<Long> count() {
        return postDays.backlog();
    }
}
