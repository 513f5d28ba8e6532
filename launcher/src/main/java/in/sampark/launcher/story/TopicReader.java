package in.sampark.launcher.story;

import in.sampark.contract.Topic;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SerdeSettings;
import in.sampark.platform.serde.UndecodableException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads topics from their beginning, as an operations dashboard would. */
public final class TopicReader implements AutoCloseable {

    /** @param sentAt wall time at which the producer sent it */
    public record Sent<T>(Instant sentAt, T value) {}

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

    private final String bootstrapServers;
    private final AvroSerde serde;

    public TopicReader(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        this.serde = AvroSerde.of(SerdeSettings.ofRegistry(URI.create(registryUrl)));
    }

    /** All values of the topic until now; of one partition in their order. What is no record of the topic is passed by. */
    public <T extends SpecificRecord> List<Sent<T>> all(Topic<T> topic) {
        List<Sent<T>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> add(topic, record, all));
            }
        }
        return all;
    }

    private <T extends SpecificRecord> void add(
            Topic<T> topic, ConsumerRecord<byte[], byte[]> record, List<Sent<T>> all) {
        if (record.value() == null) {
            return;
        }
        try {
            all.add(new Sent<>(Instant.ofEpochMilli(record.timestamp()), serde.read(topic, record.value())));
        } catch (UndecodableException e) {
            log.warn("{}-{}@{} passed by: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    @Override
    public void close() {
        serde.close();
    }
}
