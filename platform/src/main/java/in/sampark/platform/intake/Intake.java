package in.sampark.platform.intake;

import in.sampark.contract.Topic;
import in.sampark.platform.messaging.Healing;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Puts records that came by HTTP on their topic, where they are judged like all others. Has a producer of its own, because a caller waits for
 * it: it gives up sooner than the relay. What the broker had on its way then it may still take.
 */
public final class Intake implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final long RETRY_AFTER_SECONDS = 5;

    private final Producer<byte[], byte[]> producer;
    private final AvroSerde serde;

    /** @param client how to reach the broker */
    Intake(Map<String, Object> client, IntakeSettings settings, AvroSerde serde) {
        this.producer = new KafkaProducer<>(patientFor(client, settings));
        this.serde = serde;
    }

    /**
     * Completes once the broker has acknowledged all records, sent in their order.
     *
     * <p>Fails with a {@link Problem} of status 503 when the broker has not acknowledged all of them in the time set. Some may be on the topic
     * then, so a repetition must be harmless: records have a key by which they are recognised.
     */
    public <T extends SpecificRecord> Mono<Void> take(Topic<T> topic, List<T> records) {
        return Mono.<Void>fromRunnable(() -> send(topic, records))
                .subscribeOn(Schedulers.boundedElastic()) // the producer blocks while it looks for the broker
                .onErrorMap(Intake::passing, failure -> away(topic, failure));
    }

    private <T extends SpecificRecord> void send(Topic<T> topic, List<T> records) {
        List<Future<RecordMetadata>> receipts = new ArrayList<>(records.size());
        for (T record : records) {
            Future<RecordMetadata> receipt = producer.send(message(topic, record));
            receipts.add(receipt);
            if (receipt.state() == State.FAILED) break; // the broker is away: not worth as long a wait for each record
        }
        producer.flush(); // so that nothing is still on its way when the caller is told
        receipts.forEach(Intake::await);
    }

    private <T extends SpecificRecord> ProducerRecord<byte[], byte[]> message(Topic<T> topic, T record) {
        byte[] key = topic.key().apply(record).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic.name(), key, serde.write(topic, record));
    }

    private static void await(Future<RecordMetadata> receipt) {
        try {
            receipt.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not taken by the broker", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private static boolean passing(Throwable failure) {
        return failure.getCause() instanceof RetriableException || Healing.byTime(failure);
    }

    private static Problem away(Topic<?> topic, Throwable failure) {
        log.warn("{}: cannot be written: {}", topic, String.valueOf(failure.getCause()));
        return Problem.unavailable(
                "the message broker does not answer, so it is not known what it has taken; see what is there, or send the same again",
                RETRY_AFTER_SECONDS);
    }

    /** Looking for the broker and delivering follow one another, so each has half of the time. */
    private static Map<String, Object> patientFor(Map<String, Object> client, IntakeSettings settings) {
        int half = Math.toIntExact(settings.within().dividedBy(2).toMillis());
        var properties = new HashMap<>(client);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, half);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, half);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, half);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return properties;
    }

    @Override
    public void close() {
        producer.close();
    }
}
