package in.sampark.notification.fanout;

import in.sampark.notification.dispatch.LaneBacklog;
import in.sampark.platform.settled.Unsettled;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/**
 * Holds pages back while the lane is full: what is planned long before it is handed over is looked at too early, and fills database
 * and broker for nothing. The broker is asked once for as many pages as there is room for.
 */
final class Pace {

    private final LaneBacklog lane;
    private final Unsettled unpublished;
    private final long ahead;
    private final AtomicLong room = new AtomicLong();

    /**
     * @param unpublished announcements on their way to the lane
     * @param ahead most messages planned and not handed over
     */
    Pace(LaneBacklog lane, Unsettled unpublished, long ahead) {
        this.lane = lane;
        this.unpublished = unpublished;
        this.ahead = ahead;
    }

    /** Whether another page of so many may be planned; then it counts as planned. */
    Mono<Boolean> room(int messages) {
        return Mono.defer(() -> room.addAndGet(-messages) >= 0 ? Mono.just(true) : look(messages));
    }

    private Mono<Boolean> look(int messages) {
        return Mono.zip(lane.count(), unpublished.count(), Long::sum)
                .doOnNext(waiting -> room.set(ahead - waiting - messages))
                .map(waiting -> waiting <= ahead);
    }
}
