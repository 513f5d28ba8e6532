package in.sampark.platform.messaging;

import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Dead letters of a service, as records of the topics they came from. It reads without a group, so that nobody's place is moved. */
final class DeadLetters {

    /** How long Kafka may give nothing while there is more to read: longer than it takes to choose another leader. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");

    /**
     * A dead letter.
     *
     * @param record as it was
     */
    record Letter(String listener, String reason, Instant setAsideAt, ConsumerRecord<byte[], byte[]> record) {}

    /** What is done with letters that were read together; answers whether to go on. */
    @FunctionalInterface
    interface Reader {
        boolean take(List<Letter> letters);
    }

    private final Map<String, Object> properties;
    private final Duration patience;

    /**
     * @param properties of the service's consumers
     * @param patience how long Kafka may give nothing
     */
    DeadLetters(Map<String, Object> properties, Duration patience) {
        this.properties = new HashMap<>(properties);
        this.properties
                .keySet()
                .removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        this.properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.patience = patience;
    }

    /**
     * Reads those of a topic that are there now, in the order of each partition.
     *
     * @throws Problem 503 when Kafka gives nothing for too long, as when a partition has no leader
     */
    void read(String deadLetterTopic, Reader reader) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    answer(deadLetterTopic, () -> consumer.partitionsFor(deadLetterTopic, patience)).stream()
                            .map(one -> new TopicPartition(one.topic(), one.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = answer(deadLetterTopic, () -> consumer.endOffsets(partitions, patience));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            boolean goOn = true;
            long heardAt = System.nanoTime();
            while (goOn && answer(deadLetterTopic, () -> behind(consumer, ends))) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    goOn = reader.take(letters(polled));
                    heardAt = System.nanoTime();
                } else if (System.nanoTime() - heardAt > patience.toNanos()) {
                    throw silent(deadLetterTopic);
                }
            }
        }
    }

    private boolean behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), patience) < end.getValue());
    }

    private <R> R answer(String topic, Supplier<R> question) {
        try {
            return question.get();
        } catch (TimeoutException e) {
            throw silent(topic);
        }
    }

    private Problem silent(String topic) {
        return Problem.unavailable(
                topic + ": nothing from Kafka for " + patience.toSeconds()
                        + " s (expected: each partition has a leader); what was replayed until then stays so",
                PATIENCE.toSeconds());
    }

    private static List<Letter> letters(ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .flatMap(record -> letter(record).stream())
                .toList();
    }

    private static Optional<Letter> letter(ConsumerRecord<byte[], byte[]> letter) {
        return Position.parse(header(letter, DeadLetter.ORIGIN))
                .map(origin -> new Letter(
                        header(letter, DeadLetter.LISTENER),
                        header(letter, DeadLetter.REASON),
                        Instant.ofEpochMilli(letter.timestamp()),
                        origin.record(sentAt(letter), letter.key(), letter.value())));
    }

    /** Of the original; letters of earlier releases do not tell it. */
    private static Instant sentAt(ConsumerRecord<?, ?> letter) {
        String millis = header(letter, DeadLetter.SENT_AT);
        return Instant.ofEpochMilli(MILLIS.matcher(millis).matches() ? Long.parseLong(millis) : letter.timestamp());
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
