package in.sampark.platform.messaging;

import in.sampark.platform.messaging.Splitter.Split;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Handles the batches of one consumer group: what can be handled is handled, what cannot is set aside with its reason, both in one
 * transaction, and offsets commit after it. Returns only when that is done, on the consumer's thread, which keeps order and
 * back-pressure.
 */
public final class BatchListener<T extends SpecificRecord> {

    private static final Logger log = LoggerFactory.getLogger(BatchListener.class);

    private final String listener;
    private final Splitter<T> splitter;
    private final BatchHandler<T> handler;
    private final SetAside setAside;
    private final TransactionalOperator transaction;
    private final boolean transacted;
    private final Duration timeout;
    private final Counter records;

    BatchListener(
            String listener,
            Splitter<T> splitter,
            BatchHandler<T> handler,
            SetAside setAside,
            TransactionalOperator transaction,
            boolean transacted,
            Duration timeout,
            Counter records) {
        this.listener = listener;
        this.splitter = splitter;
        this.handler = handler;
        this.setAside = setAside;
        this.transaction = transaction;
        this.transacted = transacted;
        this.timeout = timeout;
        this.records = records;
    }

    /**
     * Handles a batch.
     *
     * @throws RuntimeException when only time can heal the failure; nothing of the batch was kept then, and the same batch is to
     *     be handed in again
     */
    public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
        List<ConsumerRecord<byte[], byte[]>> fresh = await(setAside.without(listener, batch), batch);
        if (!fresh.isEmpty()) {
            handleFresh(fresh);
        }
        records.increment(batch.size());
    }

    private void handleFresh(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            await(process(splitter.split(records)).thenReturn(records), records);
        } catch (RuntimeException e) {
            if (Healing.byTime(e)) {
                throw e;
            }
            isolate(records, e);
        }
    }

    /** Finds the record at fault by handling each on its own; the one that still fails is set aside. */
    private void isolate(List<ConsumerRecord<byte[], byte[]>> records, RuntimeException failure) {
        if (records.size() > 1) {
            log.warn(
                    "{}: a batch of {} failed, handling one by one",
                    listener,
                    records.size(),
                    Healing.loggable(failure));
            records.forEach(record -> handleFresh(List.of(record)));
            return;
        }
        log.error("{}: set aside after a failure", listener, Healing.loggable(failure));
        Aside aside = new Aside(records.getFirst(), Healing.reason(failure));
        await(
                setAside.add(listener, List.of(aside))
                        .as(transaction::transactional)
                        .thenReturn(aside),
                records);
    }

    private Mono<Void> process(Split<T> split) {
        if (transacted) {
            return Mono.defer(() -> handled(split).flatMap(bad -> setAside.add(listener, bad)))
                    .as(transaction::transactional);
        }
        return handled(split).flatMap(bad -> setAside.add(listener, bad).as(transaction::transactional));
    }

    private Mono<List<Aside>> handled(Split<T> split) {
        Mono<List<Rejected<T>>> rejections =
                split.good().isEmpty() ? Mono.just(List.of()) : handler.handle(split.good());
        return rejections.defaultIfEmpty(List.of()).map(rejected -> {
            var bad = new ArrayList<>(split.bad());
            rejected.forEach(one -> bad.add(splitter.aside(split, one)));
            return bad;
        });
    }

    private <R> R await(Mono<R> work, List<?> batch) {
        R result = work.block(timeout);
        if (result == null) {
            throw new IllegalStateException(listener + ": no outcome for a batch of " + batch.size());
        }
        return result;
    }
}
