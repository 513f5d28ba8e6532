package in.sampark.simulator.feed.messaging;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.simulator.feed.domain.Payment;
import in.sampark.simulator.feed.domain.Register;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The topics on which the utility's other systems tell what happened. */
public final class UtilityTopics {

    private final KafkaTemplate<String, SpecificRecord> kafka;

    public UtilityTopics(KafkaTemplate<String, SpecificRecord> kafka) {
        this.kafka = kafka;
    }

    /**
     * Sends the registers; completes with their number when the broker has all of them.
     *
     * @return fails with {@link NotSentException} when one was not sent. The others may have been: send all again,
     *     their events carry the same ids
     */
    public Mono<Integer> sendRegisters(List<Register> registers) {
        return send(Topics.METER_READINGS, registers, UtilityEvents::reading);
    }

    /** Sends the payments; promises what {@link #sendRegisters} does. */
    public Mono<Integer> sendPayments(List<Payment> payments) {
        return send(Topics.RECHARGES, payments, UtilityEvents::recharge);
    }

    /** The first send waits for broker and registry, so none runs on a thread that serves requests. */
    private <S, T extends SpecificRecord> Mono<Integer> send(Topic<T> topic, List<S> facts, Function<S, T> event) {
        return Mono.fromCallable(() -> facts.stream()
                        .map(event)
                        .map(record -> new ProducerRecord<String, SpecificRecord>(
                                topic.name(), topic.key().apply(record), record))
                        .map(kafka::send)
                        .toList())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(UtilityTopics::acknowledged)
                .onErrorMap(e -> new NotSentException(topic, e));
    }

    private static Mono<Integer> acknowledged(List<CompletableFuture<SendResult<String, SpecificRecord>>> sends) {
        return Mono.fromFuture(CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)))
                .thenReturn(sends.size());
    }
}
