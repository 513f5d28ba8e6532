package in.sampark.consumer.doubt.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.doubt.Streaks;
import in.sampark.consumer.doubt.domain.Streak;
import in.sampark.platform.database.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streaks as rows, one a connection that a message lately failed to reach. */
public class R2dbcStreaks implements Streaks {

    private static final String EXTEND = """
            insert into delivery_failure as held (connection_id, failures, since)
            select connection_id, failures, since
              from unnest(:ids::text[], :failures::int[], :since::timestamptz[])
                as more (connection_id, failures, since)
             order by connection_id
                on conflict (connection_id) do update set
                   failures = held.failures + excluded.failures
            returning connection_id, failures, since
            """;

    private static final String END = "delete from delivery_failure where connection_id = any(:ids)";

    private final DatabaseClient database;

    public R2dbcStreaks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<ConnectionId, Instant>> extend(Map<ConnectionId, Streak> streaks, int limit) {
        List<ConnectionId> broken = streaks.entrySet().stream()
                .filter(one -> one.getValue().afresh())
                .map(Map.Entry::getKey)
                .toList();
        List<Map.Entry<ConnectionId, Streak>> failing = streaks.entrySet().stream()
                .filter(one -> one.getValue().failures() > 0)
                .toList();
        return end(broken)
                .thenMany(Flux.defer(() -> add(failing)))
                .filter(one -> one.failures() >= limit)
                .collectMap(Found::id, Found::since);
    }

    private Flux<Found> add(List<Map.Entry<ConnectionId, Streak>> failing) {
        return database.sql(EXTEND)
                .bind(
                        "ids",
                        failing.stream().map(one -> one.getKey().toString()).toArray(String[]::new))
                .bind(
                        "failures",
                        failing.stream().map(one -> one.getValue().failures()).toArray(Integer[]::new))
                .bind(
                        "since",
                        failing.stream().map(one -> utc(one.getValue().since())).toArray(OffsetDateTime[]::new))
                .map(row -> new Found(
                        ConnectionId.of(Column.of(row, "connection_id", String.class)),
                        Column.of(row, "failures", Integer.class),
                        Column.of(row, "since", Instant.class)))
                .all();
    }

    @Override
    public Mono<Void> end(Collection<ConnectionId> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : database.sql(END)
                        .bind("ids", ids.stream().map(ConnectionId::toString).toArray(String[]::new))
                        .then();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private record Found(ConnectionId id, int failures, Instant since) {}
}
