package in.sampark.platform.messaging;

import in.sampark.platform.outbox.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Dead letters of a service, as records of the topics they came from. It reads without a group, so that nobody's place is moved. */
final class DeadLetters {

    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * A dead letter.
     *
     * @param record as it was, but for its time
     */
    record Letter(String listener, String reason, Instant setAsideAt, ConsumerRecord<byte[], byte[]> record) {}

    /** What is done with letters that were read together; answers whether to go on. */
    @FunctionalInterface
    interface Reader {
        boolean take(List<Letter> letters);
    }

    private final Map<String, Object> properties;

    /** @param properties of the service's consumers */
    DeadLetters(Map<String, Object> properties) {
        this.properties = new HashMap<>(properties);
        this.properties
                .keySet()
                .removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        this.properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    }

    /** Reads those of a topic that are there now and wanted, in the order of each partition. */
    void read(String deadLetterTopic, Predicate<Letter> wanted, Reader reader) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(deadLetterTopic).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            boolean goOn = true;
            while (goOn && behind(consumer, ends)) {
                var letters = new ArrayList<Letter>();
                consumer.poll(POLL)
                        .forEach(record -> letter(record).filter(wanted).ifPresent(letters::add));
                goOn = letters.isEmpty() || reader.take(letters);
            }
        }
    }

    private static boolean behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static Optional<Letter> letter(ConsumerRecord<byte[], byte[]> letter) {
        return Position.parse(header(letter, DeadLetter.ORIGIN))
                .map(origin -> new Letter(
                        header(letter, DeadLetter.LISTENER),
                        header(letter, DeadLetter.REASON),
                        Instant.ofEpochMilli(letter.timestamp()),
                        new ConsumerRecord<>(
                                origin.topic(), origin.partition(), origin.offset(), letter.key(), letter.value())));
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
