package in.sampark.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from a topic, decoded.
 *
 * @param sentAt Kafka's timestamp of the record: wall time, also under a story clock
 * @param payload the record; null for a tombstone, which only a compacted topic has
 */
public record Received<T>(
        String topic,
        int partition,
        long offset,
        String key,
        Instant sentAt,
        @Nullable T payload) {

    /** Whether the record says that its key is gone. */
    public boolean tombstone() {
        return payload == null;
    }

    /** The payload. @throws IllegalStateException for a tombstone */
    public T value() {
        if (payload == null) {
            throw new IllegalStateException(
                    "tombstone at " + topic + "-" + partition + "@" + offset + " (expected: a value)");
        }
        return payload;
    }
}
