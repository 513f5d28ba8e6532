package in.sampark.notification.message.r2dbc;

import in.sampark.notification.message.MessageRow;
import in.sampark.notification.message.domain.Step;
import in.sampark.platform.database.Column;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Messages of which nothing more is to be heard. */
public class OverdueMessages {

    /** No id is higher. */
    private static final UUID LAST = new UUID(-1, -1);

    /** The end of a page of ids, for those that are open cannot be indexed: each outcome would then write index entries. */
    private static final String END = """
            select message_id from messages where message_id > $1 order by message_id offset $2 limit 1
            """;

    /**
     * What has not been claimed is no longer on its lane, what waits to be tried again has a row in "later", and what is being handed over has a claim. Who could not be
     * told any more, after the message was planned, is not told; why stays. A receipt may still come, and overtakes whatever is said here.
     */
    private static final String CLOSE = """
            with overdue as (
              select m.message_id, case m.state when 'ACCEPTED' then 'UNKNOWN' else 'EXPIRED' end as state,
                     case m.state when 'ACCEPTED' then 'NO_RECEIPT' when 'UNREACHABLE' then m.reason else 'NEVER_HANDED_OVER' end as reason
              from messages m
              where m.message_id > $1 and m.message_id <= $2
                and case m.state
                      when 'ACCEPTED' then (m.life -> -1 ->> 'at')::timestamptz < $3
                      when 'UNREACHABLE' then m.attempt > 0 and m.expires_at < $5
                      when 'PLANNED' then m.expires_at < $4
                      when 'RETRYING' then m.expires_at < $4 and not exists (select from later l where l.waiting_id = m.message_id)
                      else false end
              order by m.message_id for update of m
            )
            update messages m
            set state = o.state, reason = o.reason, sealed_number = null, sealed_code = null,
                life = m.life || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                  'step', o.state, 'attempt', m.attempt, 'at', $5::timestamptz, 'reason', o.reason)))
            from overdue o
            where m.message_id = o.message_id and m.message_id > $1 and m.message_id <= $2
            returning
            """ + MessageRow.STEP_COLUMNS;

    private final DatabaseClient database;

    public OverdueMessages(DatabaseClient database) {
        this.database = database;
    }

    /** The id with which a page ends that begins behind another; the highest there can be when it is the last page. */
    public Mono<UUID> pageEnd(UUID behind, int size) {
        return database.sql(END)
                .bind("$1", behind)
                .bind("$2", size - 1)
                .map(row -> Column.of(row, 0, UUID.class))
                .one()
                .defaultIfEmpty(LAST);
    }

    /** Whether it is the end of the last page. */
    public static boolean isLast(UUID pageEnd) {
        return pageEnd.equals(LAST);
    }

    /**
     * Ends those of a page that are overdue, and answers with the steps this is. Joins the caller's transaction.
     *
     * @param behind the page begins behind it
     * @param receiptWithin how long a receipt is waited for
     * @param onLanes how long lanes keep what is not claimed
     */
    public Mono<List<Step>> close(UUID behind, UUID pageEnd, Instant now, Duration receiptWithin, Duration onLanes) {
        return database.sql(CLOSE)
                .bind("$1", behind)
                .bind("$2", pageEnd)
                .bind("$3", now.minus(receiptWithin).atOffset(ZoneOffset.UTC))
                .bind("$4", now.minus(onLanes).atOffset(ZoneOffset.UTC))
                .bind("$5", now.atOffset(ZoneOffset.UTC))
                .map(row -> MessageRow.step(row, now))
                .all()
                .collectList();
    }
}
