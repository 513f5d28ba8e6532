package in.sampark.benchmarks.fleet;

import in.sampark.contract.Topic;
import in.sampark.launcher.RunningSystem;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SerdeSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The utility's systems, as far as they put records on topics: as fast as the broker takes them. */
public final class Feed implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AvroSerde serde;

    public Feed(RunningSystem system) {
        serde = AvroSerde.of(
                SerdeSettings.ofRegistry(URI.create(system.infrastructure().registryUrl())));
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", system.infrastructure().bootstrapServers(),
                        "acks", "all",
                        "linger.ms", "20",
                        "batch.size", "262144",
                        "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public <T extends SpecificRecord> void send(Topic<T> topic, T value) {
        byte[] key = topic.key().apply(value).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic.name(), key, serde.write(topic, value)));
    }

    /** Waits until the broker has all that was sent. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        serde.close();
    }
}
