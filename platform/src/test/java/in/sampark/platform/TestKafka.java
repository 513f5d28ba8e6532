package in.sampark.platform;

import in.sampark.contract.Topic;
import in.sampark.infrastructure.Infrastructure;
import in.sampark.infrastructure.SharedInfrastructure;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SchemaRegistration;
import in.sampark.platform.serde.SerdeSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The real broker and registry, seen from outside the platform. */
public final class TestKafka {

    private static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();

    private TestKafka() {}

    /** Enters the contract and creates the topic, as the service that writes it would. */
    public static void prepare(Topic<?> topic) {
        new SchemaRegistration(registry()).register(topic);
        create(topic.name());
    }

    public static void create(String topic) {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (Exception e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static AvroSerde serde() {
        return AvroSerde.of(settings());
    }

    public static SerdeSettings settings() {
        return SerdeSettings.ofRegistry(URI.create(INFRASTRUCTURE.registryUrl()));
    }

    public static URI registry() {
        return settings().registryUrl();
    }

    public static Producer<byte[], byte[]> producer(Map<String, Object> more) {
        var properties = client();
        properties.put("acks", "all");
        properties.putAll(more);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** All records of the topic until now, in the order of its partitions. */
    public static List<ConsumerRecord<byte[], byte[]>> readAll(String topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static Map<String, Object> client() {
        return new java.util.HashMap<>(Map.of("bootstrap.servers", INFRASTRUCTURE.bootstrapServers()));
    }
}
