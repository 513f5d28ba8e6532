package in.sampark.platform.republish;

import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What was commanded, a row a topic. By the database's clock: it is no business of a story. */
final class Republications {

    static final String CHANNEL = "republication";

    private static final String COLUMNS = "topic, requested_by, requested_at, rows, finished_at";

    /** While a topic is being written, another command for it changes nothing. */
    private static final String BEGIN = """
            insert into republication as held (topic, requested_by) values ($1, $2)
                on conflict (topic) do update set
                   requested_by = excluded.requested_by, requested_at = now(), cursor = '', rows = 0, finished_at = null
             where held.finished_at is not null
            """;

    private static final String RING = "select pg_notify('" + CHANNEL + "', '')";

    private static final String FIND = "select " + COLUMNS + " from republication where topic = $1";

    private static final String LOCK_NEXT = """
            select topic, cursor from republication
             where finished_at is null and topic like '%/%' order by requested_at limit 1 for update
            """;

    private static final String SAVE = """
            update republication set
                   cursor = coalesce($2, cursor), rows = rows + $3, finished_at = case when $2 is null then now() end
             where topic = $1
            """;

    /** Whether so much is waiting to be published that more would stand before what is urgent. */
    private static final String CROWDED = """
            select coalesce(sum(amount), 0) >= $1 from (select amount from outbox where parked_reason is null limit $1) as waiting
            """;

    private final DatabaseClient database;

    Republications(DatabaseClient database) {
        this.database = database;
    }

    /** A page to be announced. */
    record Place(Part part, String cursor) {}

    Mono<Republication> begin(Part part, String requestedBy) {
        return database.sql(BEGIN)
                .bind("$1", part.key())
                .bind("$2", requestedBy)
                .then()
                .then(database.sql(RING).then())
                .then(Mono.defer(() -> find(part)));
    }

    Mono<Republication> find(Part part) {
        return database.sql(FIND)
                .bind("$1", part.key())
                .map(Republications::republication)
                .one();
    }

    /** Where to go on, nobody else's until the transaction ends; empty when there is nothing to do. */
    Mono<Place> lockNext() {
        return database.sql(LOCK_NEXT)
                .map(row -> new Place(part(row), Column.of(row, "cursor", String.class)))
                .one();
    }

    Mono<Void> save(Part part, TopicState.Announced page) {
        var statement = database.sql(SAVE).bind("$1", part.key()).bind("$3", page.rows());
        String last = page.last();
        return (last == null ? statement.bindNull("$2", String.class) : statement.bind("$2", last)).then();
    }

    Mono<Boolean> crowded(int atMost) {
        return database.sql(CROWDED)
                .bind("$1", atMost)
                .map(row -> Column.of(row, 0, Boolean.class))
                .one();
    }

    private static Part part(Readable row) {
        return Part.of(Column.of(row, "topic", String.class));
    }

    private static Republication republication(Readable row) {
        Part part = part(row);
        return new Republication(
                part.topic(),
                part.discom(),
                Column.of(row, "requested_by", String.class),
                Column.of(row, "requested_at", Instant.class),
                Column.of(row, "rows", Long.class),
                row.get("finished_at", Instant.class));
    }
}
