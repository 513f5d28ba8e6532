package in.sampark.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That something was away for a while.
 *
 * @param name what was away
 * @param atWork whether work was surely waiting when it came back
 * @param storyTime when in the story
 * @param ready wall time at which it could be used again
 * @param claimed the messages of which no outcome was recorded then
 */
record Death(String name, boolean missed, Instant storyTime, Instant ready, Set<UUID> claimed) {

    /** The story stands still for as long as its step takes, but for the tick of its clock. */
    private static final Duration STEP = Duration.ofMinutes(10);

    /** Whether a message was on its way when the dead came back: of the same step of the story, and handed over only now. */
    boolean keptWaiting(HandedOver message) {
        return message.receivedAt().isAfter(ready)
                && Duration.between(storyTime, message.storyTime()).compareTo(STEP) < 0
                && !claimed.contains(message.reference());
    }
}
