package in.sampark.notification.dispatch.r2dbc;

import in.sampark.notification.message.MessageRow;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Step;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Claims whose dispatcher has not come back with outcomes. */
public class StaleClaims {

    /** Why a message is of unknown outcome when its dispatcher died. */
    public static final String REASON = "DISPATCHER_LOST";

    /** The claim's token stays with the message: should its dispatcher still live, its outcome is better than none. */
    private static final String RESOLVE = """
            with stale as (
              delete from claims c
              using unnest($1::text[], $2::bigint[]) as l(lane, lease)
              where c.lane = l.lane and c.claimed_at < now() - l.lease * interval '1 ms'
              returning c.token, c.message_ids
            )
            update messages m
            set state = 'UNKNOWN', unknowns = m.unknowns + 1, reason = $3,
                life = m.life || jsonb_build_array(jsonb_build_object(
                  'step', 'UNKNOWN', 'attempt', m.attempt, 'at', $4::timestamptz, 'reason', $3::text))
            from stale s
            where m.message_id = any(s.message_ids) and m.claim = s.token and m.state = 'SENDING'
            returning m.unknowns,
            """ + MessageRow.STEP_COLUMNS;

    private static final String COUNT = "select coalesce(sum(cardinality(message_ids)), 0)::bigint from claims";

    /** A message of which it is not known any more whether it was handed over. */
    public record Lost(Step step, int unknowns) {}

    private final DatabaseClient database;

    public StaleClaims(DatabaseClient database) {
        this.database = database;
    }

    /** Takes claims older than their lane's lease from their dispatchers; joins the caller's transaction. */
    public Mono<List<Lost>> resolve(Map<Lane, Duration> leases, Instant now) {
        List<Map.Entry<Lane, Duration>> lanes = List.copyOf(leases.entrySet());
        return database.sql(RESOLVE)
                .bind("$1", array(lanes, lane -> lane.getKey().name(), String[]::new))
                .bind("$2", array(lanes, lane -> lane.getValue().toMillis(), Long[]::new))
                .bind("$3", REASON)
                .bind("$4", now.atOffset(ZoneOffset.UTC))
                .map(row -> lost(row, now))
                .all()
                .collectList();
    }

    /** How many messages are being handed over. */
    public Mono<Long> sending() {
        return database.sql(COUNT).map(row -> Column.of(row, 0, Long.class)).one();
    }

    private static Lost lost(Readable row, Instant now) {
        return new Lost(MessageRow.step(row, now), Column.of(row, "unknowns", Integer.class));
    }

    private static <E, V> V[] array(List<E> entries, Function<E, V> value, IntFunction<V[]> array) {
        return entries.stream().map(value).toArray(array);
    }
}
