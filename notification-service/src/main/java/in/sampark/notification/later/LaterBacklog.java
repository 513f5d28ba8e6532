package in.sampark.notification.later;

import in.sampark.notification.later.r2dbc.LaterTable;
import in.sampark.platform.settled.Unsettled;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** What is due by now, and messages that wait to be tried again: a jump of the story clock must not overtake them. */
record LaterBacklog(LaterTable later, Clock clock) implements Unsettled {

    @Override
    public String what() {
        return "what is due, and messages to be tried again";
    }

    @Override
    public Mono<Long> count() {
        return later.count(clock.instant());
    }

    /** What is due may be told to many. */
    @Override
    public int getOrder() {
        return -1;
    }
}
