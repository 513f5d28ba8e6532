package in.sampark.notification.fanout;

import in.sampark.notification.dispatch.LaneBacklog;
import in.sampark.platform.settled.Unsettled;
import reactor.core.publisher.Mono;

/**
 * Holds pages back while the lane is full: what is planned long before it is handed over is looked at too early, and fills database
 * and broker for nothing.
 *
 * @param unpublished announcements on their way to the lane
 * @param ahead most messages planned and not handed over
 */
record Pace(LaneBacklog lane, Unsettled unpublished, long ahead) {

    /** Whether another page may be planned. */
    Mono<Boolean> room() {
        return Mono.zip(lane.count(), unpublished.count(), Long::sum).map(waiting -> waiting <= ahead);
    }
}
