package in.sampark.platform.idempotency;

import in.sampark.platform.database.Column;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The answers to named requests. Kept by the database's clock: they are no business of a story. */
final class KeptAnswers {

    /** What has expired is cleared up by those who come later, a few at a time. */
    private static final String BEGIN = """
            with expired as (
                   delete from kept_answer
                    where (caller, key) in (
                          select caller, key from kept_answer
                           where expires_at < now() and (caller, key) <> ($1, $2)
                           order by expires_at limit 10 for update skip locked))
            insert into kept_answer as held (caller, key, request_hash, expires_at)
            values ($1, $2, $3, now() + $4 * interval '1 millisecond')
                on conflict (caller, key) do update set
                   request_hash = excluded.request_hash, expires_at = excluded.expires_at, status = null
             where held.expires_at < now()
            """;

    private static final String FIND = """
            select request_hash, status, content_type, location, entity_tag, body
              from kept_answer where caller = $1 and key = $2
            """;

    private static final String KEEP = """
            update kept_answer set status = $3, content_type = $4, location = $5, entity_tag = $6, body = $7
             where caller = $1 and key = $2
            """;

    private static final String FORGET = "delete from kept_answer where caller = $1 and key = $2 and status is null";

    private final DatabaseClient database;
    private final Duration keepFor;

    KeptAnswers(DatabaseClient database, Duration keepFor) {
        this.database = database;
        this.keepFor = keepFor;
    }

    /** Begins the request unless it has begun before. Of any number of repetitions that arrive at once, one begins. */
    Mono<Beginning> begin(NamedRequest request) {
        return named(BEGIN, request)
                .bind("$3", request.hash())
                .bind("$4", keepFor.toMillis())
                .fetch()
                .rowsUpdated()
                .flatMap(begun -> begun > 0 ? Mono.just(new Beginning.Fresh()) : find(request));
    }

    /** Keeps the answer that is about to be given. */
    Mono<Void> keep(NamedRequest request, KeptAnswer answer) {
        return named(KEEP, request)
                .bind("$3", answer.status())
                .bind("$4", Parameters.in(R2dbcType.VARCHAR, answer.contentType()))
                .bind("$5", Parameters.in(R2dbcType.VARCHAR, answer.location()))
                .bind("$6", Parameters.in(R2dbcType.VARCHAR, answer.entityTag()))
                .bind("$7", answer.body())
                .then();
    }

    /** Nothing was done; the request can be sent again. */
    Mono<Void> forget(NamedRequest request) {
        return named(FORGET, request).then();
    }

    private Mono<Beginning> find(NamedRequest request) {
        return named(FIND, request)
                .map(row -> beginning(row, request))
                .one()
                .defaultIfEmpty(new Beginning.Begun()); // it was refused and forgotten this very moment
    }

    private static Beginning beginning(Readable row, NamedRequest request) {
        if (!Column.of(row, "request_hash", String.class).equals(request.hash())) {
            return new Beginning.Different();
        }
        Integer status = row.get("status", Integer.class);
        return status == null
                ? new Beginning.Begun()
                : new Beginning.Done(new KeptAnswer(
                        status,
                        row.get("content_type", String.class),
                        row.get("location", String.class),
                        row.get("entity_tag", String.class),
                        Column.of(row, "body", byte[].class)));
    }

    private DatabaseClient.GenericExecuteSpec named(String sql, NamedRequest request) {
        return database.sql(sql).bind("$1", request.caller()).bind("$2", request.key());
    }
}
