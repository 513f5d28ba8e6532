package in.sampark.notification.plan.r2dbc;

import in.sampark.notification.plan.domain.Moment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** When events that overtake notices happened last. */
public class LatestEvents {

    /**
     * What is remembered of.
     *
     * @param matter what the events are about within their connection; empty when they need not share anything else
     */
    public record Key(String topic, String connectionId, String matter) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::topic)
                .thenComparing(Key::connectionId)
                .thenComparing(Key::matter);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final String NOTE = """
            insert into latest_events as e (topic, connection_id, matter, last_at, last_version)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::bigint[])
            on conflict (connection_id, topic, matter) do update
              set last_at = greatest(e.last_at, excluded.last_at), last_version = greatest(e.last_version, excluded.last_version)
              where e.last_at < excluded.last_at or e.last_version < excluded.last_version
            """;

    private static final String FORGET = "delete from latest_events where last_at < $1";

    private final DatabaseClient database;

    public LatestEvents(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes note; the latest counts, in whatever order they come. Joins the caller's transaction.
     *
     * @param last in the keys' order, so that no two transactions wait for each other
     */
    public Mono<Void> note(SortedMap<Key, Moment> last) {
        return database.sql(NOTE)
                .bind("$1", keys(last, Key::topic))
                .bind("$2", keys(last, Key::connectionId))
                .bind("$3", keys(last, Key::matter))
                .bind(
                        "$4",
                        last.values().stream()
                                .map(moment -> moment.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .bind("$5", last.values().stream().map(Moment::version).toArray(Long[]::new))
                .then();
    }

    /** Forgets what happened before a time from which no notice is left that it could overtake. */
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET).bind("$1", before.atOffset(ZoneOffset.UTC)).then();
    }

    private static String[] keys(SortedMap<Key, Moment> last, Function<Key, String> part) {
        return last.keySet().stream().map(part).toArray(String[]::new);
    }
}
