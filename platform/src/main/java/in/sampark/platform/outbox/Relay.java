package in.sampark.platform.outbox;

import in.sampark.platform.database.Column;
import in.sampark.platform.outbox.Publication.Outcome;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
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
                : Mono.fromCallable(() -> Publication.publish(page, producer))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(this::record)
                        .thenReturn(page.size() == pageSize));
    }

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
        return outcome.healing().isEmpty()
                ? done
                : done.then(Mono.error(outcome.healing().getFirst()));
    }
}
