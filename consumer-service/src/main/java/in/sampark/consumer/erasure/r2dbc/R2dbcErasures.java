package in.sampark.consumer.erasure.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.erasure.Erasures;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The last erasure of each connection as a row. */
public class R2dbcErasures implements Erasures {

    private static final String NOTE = """
            insert into person_erasure (connection_id, at) values (:id, :at)
                on conflict (connection_id) do update set at = excluded.at
            """;

    private final DatabaseClient database;

    public R2dbcErasures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> note(ConnectionId id, Instant at) {
        return database.sql(NOTE)
                .bind("id", id.toString())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .then();
    }
}
