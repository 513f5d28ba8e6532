package in.sampark.notification.plan.r2dbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** When each connection was last recharged. */
public class RechargeTable {

    private static final String NOTE = """
            insert into recharges as r (connection_id, last_at)
            select * from unnest($1::text[], $2::timestamptz[])
            on conflict (connection_id) do update set last_at = excluded.last_at
              where r.last_at < excluded.last_at
            """;

    private final DatabaseClient database;

    public RechargeTable(DatabaseClient database) {
        this.database = database;
    }

    /** Takes note of recharges; the latest counts, in whatever order they come. */
    public Mono<Void> note(Map<String, Instant> lastByConnection) {
        var ordered = new TreeMap<>(lastByConnection);
        return database.sql(NOTE)
                .bind("$1", ordered.keySet().toArray(String[]::new))
                .bind(
                        "$2",
                        ordered.values().stream()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }
}
