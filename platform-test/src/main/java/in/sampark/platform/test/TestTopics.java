package in.sampark.platform.test;

import in.sampark.contract.Topic;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SchemaRegistration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topics of the real broker as the rest of the world sees them. */
public final class TestTopics implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final AvroSerde serde;
    private final SchemaRegistration registry;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Producer<byte[], byte[]> producer;

    TestTopics(String bootstrapServers, AvroSerde serde, SchemaRegistration registry) {
        this.bootstrapServers = bootstrapServers;
        this.serde = serde;
        this.registry = registry;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends a record and waits for the broker's acknowledgement. Tells where it stands. */
    public <T extends SpecificRecord> RecordMetadata send(Topic<T> topic, T record) {
        if (registered.add(topic.name())) {
            registry.register(topic);
        }
        return sendBytes(topic.name(), topic.key().apply(record), serde.write(topic, record));
    }

    /** Sends that the key is gone. */
    public RecordMetadata sendTombstone(Topic<?> topic, String key) {
        return sendBytes(topic.name(), key, null);
    }

    /** Sends any bytes, or none, and waits for the broker's acknowledgement. */
    public RecordMetadata sendBytes(String topic, @Nullable String key, byte @Nullable [] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        try {
            return producer.send(new ProducerRecord<>(topic, keyBytes, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot send to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every record that is on the topic now, tombstones left out; in order within a key. */
    public <T extends SpecificRecord> List<T> readAll(Topic<T> topic) {
        return readAllBytes(topic.name()).stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .map(bytes -> serde.read(topic, bytes))
                .toList();
    }

    /** Every record that is on the topic now, undecoded: dead letters with their headers, poison, tombstones. */
    public List<ConsumerRecord<byte[], byte[]>> readAllBytes(String topic) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> readTo(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return List.copyOf(records);
    }

    @Override
    public void close() {
        producer.close();
    }
}
