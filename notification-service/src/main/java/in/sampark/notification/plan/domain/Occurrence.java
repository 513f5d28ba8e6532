package in.sampark.notification.plan.domain;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a connection and is to be told.
 *
 * @param topic where the event came from
 * @param at when it happened
 * @param values what templates need, in plain units
 */
public record Occurrence(
        String topic, String eventId, Instant at, String discom, String connectionId, Map<String, String> values) {

    public Occurrence {
        values = Map.copyOf(values);
    }
}
