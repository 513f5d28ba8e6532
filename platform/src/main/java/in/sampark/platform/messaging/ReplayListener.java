package in.sampark.platform.messaging;

import in.sampark.platform.messaging.SetAside.Taken;
import in.sampark.platform.messaging.Splitter.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Hands records that a listener set aside to its handler again. They count as replayed in the transaction of what is made of them; those that still cannot be handled stay aside.
 *
 * @param transacted whether the handler shares that transaction. Otherwise it may see a record twice, as it may from the topic
 */
record ReplayListener<T extends SpecificRecord>(
        String listener,
        Splitter<T> splitter,
        BatchHandler<T> handler,
        SetAside setAside,
        TransactionalOperator transaction,
        boolean transacted,
        Duration timeout) {

    /** How many of the records are still aside. */
    int open(List<ConsumerRecord<byte[], byte[]>> records) {
        return await(setAside.open(listener, records)).size();
    }

    /** @throws RuntimeException when only time can heal the failure; what was replayed until then stays so */
    Replayed replay(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            return await(once(records));
        } catch (RuntimeException e) {
            if (Healing.byTime(e)) {
                throw e;
            }
            return records.size() > 1
                    ? records.stream().map(record -> replay(List.of(record))).reduce(Replayed.NOTHING, Replayed::and)
                    : stillAside(records.getFirst(), e);
        }
    }

    private Replayed stillAside(ConsumerRecord<byte[], byte[]> record, RuntimeException failure) {
        Aside aside = new Aside(record, Healing.reason(failure));
        await(setAside.putBack(listener, List.of(aside))
                .as(transaction::transactional)
                .thenReturn(aside));
        return new Replayed(0, Map.of(aside.reason(), 1), 0);
    }

    private Mono<Replayed> once(List<ConsumerRecord<byte[], byte[]>> records) {
        if (transacted) {
            return Mono.defer(() -> setAside.take(listener, records)
                            .flatMap(taken -> bad(records, taken)
                                    .flatMap(bad ->
                                            setAside.putBack(listener, bad).thenReturn(sum(records, taken, bad)))))
                    .as(transaction::transactional);
        }
        return setAside.open(listener, records)
                .flatMap(open -> bad(records, open)
                        .flatMap(bad -> setAside.take(listener, records)
                                .then(setAside.putBack(listener, bad))
                                .as(transaction::transactional)
                                .thenReturn(sum(records, open, bad))));
    }

    /** Those that still cannot be handled; what their handler admitted the first time it takes for new. */
    private Mono<List<Aside>> bad(List<ConsumerRecord<byte[], byte[]>> records, List<Taken> taken) {
        Set<Position> aside = taken.stream().map(Taken::position).collect(Collectors.toSet());
        Set<Position> judged =
                taken.stream().filter(Taken::judged).map(Taken::position).collect(Collectors.toSet());
        Split<T> split = splitter.split(records.stream()
                .filter(record -> aside.contains(Position.of(record)))
                .toList());
        Mono<List<Rejected<T>>> rejections = split.good().isEmpty()
                ? Mono.just(List.of())
                : handler.handle(split.good()).contextWrite(context -> context.put(Inbox.AGAIN, judged));
        return rejections.defaultIfEmpty(List.of()).map(rejected -> {
            var bad = new ArrayList<>(split.bad());
            rejected.forEach(one -> bad.add(splitter.aside(split, one)));
            return bad;
        });
    }

    private static Replayed sum(List<ConsumerRecord<byte[], byte[]>> records, List<Taken> taken, List<Aside> bad) {
        Map<String, Integer> refused = bad.stream().collect(Collectors.toMap(Aside::reason, one -> 1, Integer::sum));
        return new Replayed(taken.size() - bad.size(), refused, records.size() - taken.size());
    }

    private <R> R await(Mono<R> work) {
        R result = work.block(timeout);
        if (result == null) {
            throw new IllegalStateException(listener + ": no outcome of a replay");
        }
        return result;
    }
}
