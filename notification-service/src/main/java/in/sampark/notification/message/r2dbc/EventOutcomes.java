package in.sampark.notification.message.r2dbc;

import in.sampark.platform.database.Column;
import in.sampark.platform.security.Caller;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** What became of the messages about an event. */
public class EventOutcomes {

    /**
     * What was planned and has no row was not claimed yet, or never will be once its lane has let go of it. Nobody knows whose area that concerns, so only who cares for the whole
     * company sees it. What is unknown and not tried again is final.
     */
    private static final String OUTCOMES = """
            with told as (
              select m.kind,
                     case when m.state = 'UNREACHABLE' and m.attempt = 0 then 'KEPT'
                          when m.state = 'UNKNOWN' and exists (select from later l where l.waiting_id = m.message_id) then 'OPEN'
                          when m.state in ('DELIVERED', 'FAILED', 'EXPIRED', 'SUPPRESSED', 'UNKNOWN') then m.state
                          else 'OPEN' end as state
              from messages m
              where m.event_id = $1 and m.discom = $2
                and ($2 = $3 or exists (
                  select from connections c where c.connection_id = any(m.connection_ids)
                    and (c.area_path = $3 or starts_with(c.area_path, $3 || '/'))))
            ), counted as (
              select kind,
                     count(*) filter (where state <> 'KEPT') as known,
                     count(*) filter (where state = 'DELIVERED') as delivered,
                     count(*) filter (where state = 'FAILED') as failed,
                     count(*) filter (where state = 'EXPIRED') as expired,
                     count(*) filter (where state = 'SUPPRESSED') as suppressed,
                     count(*) filter (where state = 'UNKNOWN') as unknown,
                     count(*) filter (where state = 'OPEN') as open,
                     count(*) filter (where state = 'KEPT') as kept
              from told group by kind
            ), meant as (
              select kind, sum(amount)::bigint as planned, max(until) as until from planned
              where event_id = $1 and discom = $2 and $2 = $3 group by kind
            ), summed as (
              select kind, coalesce(known, 0) as known, coalesce(delivered, 0) as delivered, coalesce(failed, 0) as failed,
                     coalesce(expired, 0) as expired, coalesce(suppressed, 0) as suppressed, coalesce(unknown, 0) as unknown,
                     coalesce(open, 0) as open, coalesce(kept, 0) as kept,
                     greatest(planned - coalesce(known, 0), 0) as unclaimed, until < $4 as gone
              from counted full join meant using (kind)
            )
            select kind, known + coalesce(unclaimed, 0) as planned, delivered, failed,
                   expired + case when gone then unclaimed else 0 end as expired, suppressed, unknown,
                   open + case when gone then 0 else coalesce(unclaimed, 0) end as open, kept
            from summed order by kind
            """;

    /** Lanes keep what they carry for a day. */
    private static final Duration ON_LANES = Duration.ofDays(1);

    /**
     * Counts of messages of a kind.
     *
     * @param planned the sum of the next six
     * @param unknown handed over, and nobody knows what became of them
     * @param open still on their way, or waiting for a receipt
     * @param kept notices that nobody may be told, kept while they matter and not planned
     */
    public record Outcomes(
            String kind,
            long planned,
            long delivered,
            long failed,
            long expired,
            long suppressed,
            long unknown,
            long open,
            long kept) {}

    private final DatabaseClient database;

    public EventOutcomes(DatabaseClient database) {
        this.database = database;
    }

    /** By kind; of those that speak of a connection in the caller's area. */
    public Flux<Outcomes> of(String eventId, Caller caller, Instant now) {
        return database.sql(OUTCOMES)
                .bind("$1", eventId)
                .bind("$2", caller.discom())
                .bind("$3", caller.areaPath())
                .bind("$4", now.minus(ON_LANES).atOffset(ZoneOffset.UTC))
                .map(EventOutcomes::outcomes)
                .all();
    }

    private static Outcomes outcomes(Readable row) {
        return new Outcomes(
                Column.of(row, "kind", String.class),
                count(row, "planned"),
                count(row, "delivered"),
                count(row, "failed"),
                count(row, "expired"),
                count(row, "suppressed"),
                count(row, "unknown"),
                count(row, "open"),
                count(row, "kept"));
    }

    private static long count(Readable row, String name) {
        return Column.of(row, name, Long.class);
    }
}
