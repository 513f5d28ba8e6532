package in.sampark.platform.messaging;

import in.sampark.contract.Topic;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Tells the records of a topic that can be handled from those that cannot. */
final class Splitter<T extends SpecificRecord> {

    /** A batch in its two parts; {@code origins} leads from a decoded record back to its bytes. */
    record Split<T>(
            List<Received<T>> good, Map<Received<T>, ConsumerRecord<byte[], byte[]>> origins, List<Aside> bad) {}

    private final Topic<T> topic;
    private final AvroSerde serde;
    private final StringDeserializer keys = new StringDeserializer();

    Splitter(Topic<T> topic, AvroSerde serde) {
        this.topic = topic;
        this.serde = serde;
    }

    String topic() {
        return topic.name();
    }

    /** @throws RuntimeException one that time can heal, when the registry cannot be asked */
    Split<T> split(List<ConsumerRecord<byte[], byte[]>> records) {
        var good = new ArrayList<Received<T>>(records.size());
        var origins = new IdentityHashMap<Received<T>, ConsumerRecord<byte[], byte[]>>(records.size());
        var bad = new ArrayList<Aside>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Received<T> received = decode(record);
                good.add(received);
                origins.put(received, record);
            } catch (UndecodableException e) {
                bad.add(new Aside(record, e.getMessage()));
            }
        }
        return new Split<>(good, origins, bad);
    }

    /** What was rejected, byte for byte if it is of the batch; one of an earlier batch is written anew. */
    Aside aside(Split<T> split, Rejected<T> rejected) {
        ConsumerRecord<byte[], byte[]> origin = split.origins().get(rejected.record());
        return new Aside(origin == null ? written(rejected.record()) : origin, rejected.reason(), true);
    }

    private ConsumerRecord<byte[], byte[]> written(Received<T> record) {
        return new Position(record.topic(), record.partition(), record.offset())
                .record(
                        record.sentAt(),
                        record.key().getBytes(StandardCharsets.UTF_8),
                        serde.write(topic, record.value()));
    }

    private Received<T> decode(ConsumerRecord<byte[], byte[]> record) {
        byte[] keyBytes = record.key();
        if (keyBytes == null) {
            throw new UndecodableException("key: none (expected: the record's " + topic.keyedBy() + ")");
        }
        String key = keys.deserialize(record.topic(), keyBytes);
        if (key.chars().anyMatch(Character::isISOControl)) {
            throw new UndecodableException("key: has control characters (expected: printable text)");
        }
        return new Received<>(
                record.topic(),
                record.partition(),
                record.offset(),
                key,
                Instant.ofEpochMilli(record.timestamp()),
                payload(key, record.value()));
    }

    private @Nullable T payload(String key, byte @Nullable [] value) {
        if (value == null) {
            if (topic.compacted()) {
                return null;
            }
            throw new UndecodableException(
                    "value: none (expected: " + topic.type().getSimpleName() + "; the topic is not compacted)");
        }
        T payload = serde.read(topic, value);
        String expected = topic.key().apply(payload);
        if (!expected.equals(key)) {
            throw new UndecodableException("key: " + key + " (expected: " + expected + ", as in the record)");
        }
        return payload;
    }
}
