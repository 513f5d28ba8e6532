package in.sampark.platform.outbox;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.platform.serde.AvroSerde;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Something to be said on a topic. */
public final class Announcement<T extends SpecificRecord> {

    private final Topic<T> topic;
    private final String key;
    private final @Nullable T value;

    private Announcement(Topic<T> topic, String key, @Nullable T value) {
        this.topic = topic;
        this.key = key;
        this.value = value;
    }

    /** Says the record. Its key is what the topic is keyed by. */
    public static <T extends SpecificRecord> Announcement<T> of(Topic<T> topic, T value) {
        return new Announcement<>(topic, topic.key().apply(value), value);
    }

    /** Says that the key is gone. @throws IllegalArgumentException unless the topic is compacted */
    public static <T extends SpecificRecord> Announcement<T> tombstone(Topic<T> topic, String key) {
        if (!topic.compacted()) {
            throw new IllegalArgumentException("tombstone on " + topic + " (expected: a compacted topic)");
        }
        return new Announcement<>(topic, key, null);
    }

    /** @throws IllegalArgumentException when the topic is not the service's to write */
    Bundle.Addressed addressed(Party service, AvroSerde serde) {
        if (!topic.writers().contains(service)) {
            throw new IllegalArgumentException(
                    "announcement on %s by %s (expected: a topic that it writes by the catalogue Topics)"
                            .formatted(topic, service.id()));
        }
        return new Bundle.Addressed(
                topic.name(),
                topic.compacted(),
                new OutboxRecord(
                        key.getBytes(StandardCharsets.UTF_8), value == null ? null : serde.write(topic, value)));
    }
}
