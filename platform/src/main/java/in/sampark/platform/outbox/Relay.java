package in.sampark.platform.outbox;

import in.sampark.platform.database.Column;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes the outbox in order. A row is deleted once the broker has it: a crash in between repeats it and loses nothing. A row
 * that can never be published is parked with the reason and the others go on.
 */
final class Relay {

    static final String NAME = "outbox relay";
    static final Duration IDLE = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final String PAGE = """
            select id, topic, key, value, headers, state from outbox
            where parked_reason is null
            order by id
            limit $1
            """;
    private static final String DELETE = "delete from outbox where id = any($1)";
    private static final String PARK = """
            update outbox set parked_reason = p.reason
            from unnest($1::bigint[], $2::text[]) as p(id, reason)
            where outbox.id = p.id
            """;

    private record Pending(long id, OutboxRow row) {

        /** What an order is kept for. */
        Lane lane() {
            return new Lane(row.topic(), ByteBuffer.wrap(row.key()));
        }
    }

    private record Lane(String topic, ByteBuffer key) {}

    private record Sent(Pending pending, Future<RecordMetadata> receipt) {}

    private final DatabaseClient database;
    private final Producer<byte[], byte[]> producer;
    private final int pageSize;

    Relay(DatabaseClient database, Producer<byte[], byte[]> producer, int pageSize) {
        this.database = database;
        this.producer = producer;
        this.pageSize = pageSize;
    }

    /** Publishes the next page and answers whether there may be more to publish at once. */
    Mono<Boolean> publishPage() {
        return page().flatMap(page -> page.isEmpty()
                ? Mono.just(false)
                : Mono.fromCallable(() -> publish(page))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(this::record)
                        .thenReturn(page.size() == pageSize));
    }

    /** What became of a page. */
    private record Outcome(List<Long> published, Map<Long, String> unpublishable, List<Exception> transientFailures) {}

    private Mono<List<Pending>> page() {
        return database.sql(PAGE)
                .bind("$1", pageSize)
                .map(row -> new Pending(
                        Column.of(row, "id", Long.class),
                        new OutboxRow(
                                Column.of(row, "topic", String.class),
                                Column.of(row, "key", byte[].class),
                                row.get("value", byte[].class),
                                row.get("headers", String[].class),
                                Column.of(row, "state", Boolean.class))))
                .all()
                .collectList();
    }

    private Outcome publish(List<Pending> page) {
        Map<Long, Long> overtaken = overtaken(page);
        List<Sent> sent = new ArrayList<>(page.size());
        Outcome outcome = new Outcome(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (Pending pending : page) {
            if (!overtaken.containsKey(pending.id())
                    && outcome.transientFailures().isEmpty()) {
                send(pending, sent, outcome);
            }
        }
        producer.flush();
        Set<Lane> broken = new HashSet<>();
        for (Sent one : sent) {
            settle(one, broken, outcome);
        }
        withSuccessors(overtaken, outcome);
        return outcome;
    }

    /** Rows of state that a later row of the page replaces, with the row that does. */
    private static Map<Long, Long> overtaken(List<Pending> page) {
        Map<Lane, Long> last = new HashMap<>();
        Map<Long, Long> overtaken = new HashMap<>();
        for (Pending pending : page.reversed()) {
            if (pending.row().state()) {
                Long successor = last.putIfAbsent(pending.lane(), pending.id());
                if (successor != null) {
                    overtaken.put(pending.id(), successor);
                }
            }
        }
        return overtaken;
    }

    /** An earlier state is done with when the one that replaces it is published; until then it is the best there is. */
    private static void withSuccessors(Map<Long, Long> overtaken, Outcome outcome) {
        Set<Long> published = Set.copyOf(outcome.published());
        overtaken.forEach((id, successor) -> {
            if (published.contains(successor)) {
                outcome.published().add(id);
            }
        });
    }

    private void send(Pending pending, List<Sent> sent, Outcome outcome) {
        try {
            Future<RecordMetadata> receipt = producer.send(record(pending.row()));
            sent.add(new Sent(pending, receipt));
            if (receipt.state() == State.FAILED && receipt.exceptionNow() instanceof TimeoutException e) {
                outcome.transientFailures()
                        .add(e); // the broker does not know the topic, or is away: not worth as long a wait for each
                // row
            }
        } catch (RuntimeException e) {
            judge(pending, e, outcome);
        }
    }

    /** After a row that time can heal, the later ones of its key stay too, so that their order holds. */
    private static void settle(Sent sent, Set<Lane> broken, Outcome outcome) {
        try {
            sent.receipt().get();
            if (!broken.contains(sent.pending().lane())) {
                outcome.published().add(sent.pending().id());
            }
        } catch (ExecutionException e) {
            if (!judge(sent.pending(), e.getCause() instanceof Exception cause ? cause : e, outcome)) {
                broken.add(sent.pending().lane());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    /** Answers whether the row is done with, as one that can never be published. */
    private static boolean judge(Pending pending, Exception failure, Outcome outcome) {
        if (failure instanceof RecordTooLargeException || failure instanceof InvalidTopicException) {
            outcome.unpublishable().put(pending.id(), failure.getClass().getSimpleName() + ": " + failure.getMessage());
            return true;
        }
        outcome.transientFailures().add(failure);
        return false;
    }

    private Mono<Void> record(Outcome outcome) {
        Mono<Void> done = database.sql(DELETE)
                .bind("$1", outcome.published().toArray(Long[]::new))
                .then();
        if (!outcome.unpublishable().isEmpty()) {
            log.error("outbox: parked {}", outcome.unpublishable());
            done = done.then(database.sql(PARK)
                    .bind("$1", outcome.unpublishable().keySet().toArray(Long[]::new))
                    .bind("$2", outcome.unpublishable().values().toArray(String[]::new))
                    .then());
        }
        return outcome.transientFailures().isEmpty()
                ? done
                : done.then(Mono.error(outcome.transientFailures().getFirst()));
    }

    private static ProducerRecord<byte[], byte[]> record(OutboxRow row) {
        @SuppressWarnings("NullAway") // Kafka marks nothing: a null value is its tombstone
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(row.topic(), row.key(), row.value());
        String[] headers = row.headers();
        for (int i = 0; headers != null && i + 1 < headers.length; i += 2) {
            record.headers().add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}
