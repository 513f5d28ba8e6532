package in.sampark.notification.dispatch;

import reactor.core.publisher.Mono;

/** What waits on a lane to be handed over. */
public interface LaneBacklog {

    /** How many messages; an error when the broker cannot be asked. */
    Mono<Long> count();
}
