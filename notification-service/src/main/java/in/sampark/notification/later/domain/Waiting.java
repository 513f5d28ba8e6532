package in.sampark.notification.later.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Something that waits for its time. */
public record Waiting(UUID id, What what, Due due) {

    /** What waits. */
    public enum What {
        MESSAGE,
        /** An outage of which there is more to tell. */
        OUTAGE
    }

    /** When it is due. The two clocks differ under a story clock. */
    public sealed interface Due {

        /** After a time that really passes: back-off. */
        record After(Duration pause) implements Due {}

        /** At a time of the domain's clock: business. */
        record At(Instant time) implements Due {}
    }

    /** A message that waits for a time that really passes. */
    public static Waiting after(UUID messageId, Duration pause) {
        return new Waiting(messageId, What.MESSAGE, new Due.After(pause));
    }

    /** An outage that waits for a time of the domain's clock. */
    public static Waiting outageAt(UUID waitingId, Instant time) {
        return new Waiting(waitingId, What.OUTAGE, new Due.At(time));
    }
}
