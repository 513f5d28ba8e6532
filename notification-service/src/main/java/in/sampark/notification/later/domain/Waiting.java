package in.sampark.notification.later.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A message that waits for its time. */
public record Waiting(UUID messageId, Due due) {

    /** When it is due. The two clocks differ under a story clock. */
    public sealed interface Due {

        /** After a time that really passes: back-off. */
        record After(Duration pause) implements Due {}

        /** At a time of the domain's clock: business. */
        record At(Instant time) implements Due {}
    }

    /** Waits for a time that really passes. */
    public static Waiting after(UUID messageId, Duration pause) {
        return new Waiting(messageId, new Due.After(pause));
    }
}
