package in.sampark.notification.plan.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a connection and is to be told.
 *
 * @param topic where the event came from
 * @param at when it happened
 * @param expiresAt until when it is worth telling; null when it doesn't say
 * @param values what templates need, in plain units
 */
public record Occurrence(
        String topic,
        String eventId,
        Instant at,
        @Nullable Instant expiresAt,
        String discom,
        String connectionId,
        Map<String, String> values) {

    public Occurrence {
        values = Map.copyOf(values);
    }
}
