package in.sampark.consumer.master.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.master.Declarations;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Times as rows. */
public class R2dbcDeclarations implements Declarations {

    private static final String LATEST = """
            insert into connection_declaration as held (connection_id, occurred_at)
            select connection_id, occurred_at from unnest(:ids::text[], :times::timestamptz[]) as said (connection_id, occurred_at)
             order by connection_id
                on conflict (connection_id) do update set occurred_at = excluded.occurred_at
             where held.occurred_at <= excluded.occurred_at
            returning connection_id
            """;

    private final DatabaseClient database;

    public R2dbcDeclarations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<ConnectionId>> latest(Map<ConnectionId, Instant> said) {
        List<Map.Entry<ConnectionId, Instant>> rows = List.copyOf(said.entrySet());
        return database.sql(LATEST)
                .bind("ids", rows.stream().map(row -> row.getKey().toString()).toArray(String[]::new))
                .bind(
                        "times",
                        rows.stream()
                                .map(row -> row.getValue().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .map(row -> ConnectionId.of(Column.of(row, 0, String.class)))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }
}
