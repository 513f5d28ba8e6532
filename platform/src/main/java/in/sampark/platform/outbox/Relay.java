package in.sampark.platform.outbox;

import in.sampark.platform.database.Column;
import in.sampark.platform.outbox.Publication.Outcome;
import in.sampark.platform.outbox.Publication.Unpublishable;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes the outbox in order, what goes first before the rest. A row is deleted once the broker has its records: a crash in between repeats them and loses nothing. A
 * record that can never be published is parked with the reason and the others go on.
 */
final class Relay {

    static final String NAME = "outbox relay";
    static final Duration IDLE = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    /** Rows until there are records enough, and one row at least. */
    private static final String PAGE = """
            select id, topic, state, records, amount
              from (select id, topic, state, records, amount, first, sum(amount) over (order by first desc, id) - amount as before
                      from (select id, topic, state, records, first, amount from outbox
                             where parked_reason is null order by first desc, id limit $1) as next) as waiting
             where before < $1
             order by first desc, id
            """;

    private static final String DELETE = "delete from outbox where id = any($1)";

    /** A record leaves its row and gets one of its own, as old as that was. */
    private static final String PARK = """
            insert into outbox (topic, state, records, amount, created_at, parked_reason)
            select topic, state, $2, 1, created_at, $3 from outbox where id = $1
            """;

    /** A row as it is read: unpacking is not done where the database's answers come in. */
    private record Row(long id, PackedBundle bundle) {

        static Row of(Readable row) {
            return new Row(
                    Column.of(row, "id", Long.class),
                    new PackedBundle(
                            Column.of(row, "topic", String.class),
                            Column.of(row, "state", Boolean.class),
                            Column.of(row, "records", byte[].class),
                            Column.of(row, "amount", Integer.class)));
        }

        Pending pending() {
            return new Pending(id, bundle.unpacked());
        }
    }

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
                : Mono.fromCallable(() -> Publication.publish(
                                page.stream().map(Row::pending).toList(), producer))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(this::record)
                        .thenReturn(records(page) >= pageSize));
    }

    private Mono<List<Row>> page() {
        return database.sql(PAGE).bind("$1", pageSize).map(Row::of).all().collectList();
    }

    private static int records(List<Row> page) {
        return page.stream().mapToInt(row -> row.bundle().amount()).sum();
    }

    /** What is parked is so before its row goes: dying in between repeats it. */
    private Mono<Void> record(Outcome outcome) {
        Mono<Void> recorded = Flux.fromIterable(outcome.unpublishable())
                .concatMap(this::park)
                .then(database.sql(DELETE)
                        .bind("$1", outcome.done().toArray(Long[]::new))
                        .then());
        return outcome.healing().isEmpty()
                ? recorded
                : recorded.then(Mono.error(outcome.healing().getFirst()));
    }

    private Mono<Void> park(Unpublishable one) {
        log.error("outbox: parked a record of row {}: {}", one.row(), one.reason());
        return database.sql(PARK)
                .bind("$1", one.row())
                .bind("$2", PackedRecords.pack(List.of(one.record())))
                .bind("$3", one.reason())
                .then();
    }
}
