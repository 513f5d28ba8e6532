package in.sampark.notification.dispatch.r2dbc;

import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What came of claimed messages. */
public class Outcomes {

    /**
     * Whoever claimed last records. A receipt may have come first: then the state stays, and only what the provider calls the message
     * is noted, unless the receipt said that too. That nothing is known is news only while nobody said so before. What a one-time code consists of is kept only
     * while it may have to be sent again. Rows are locked in order first, so that receipts at the same moment wait and are seen.
     * How many there are is hidden from the planner: for hundreds of ids it would read all partitions, as it learns only when it runs that most are left out.
     */
    private static final String RECORD = """
            with released as (
              delete from claims where token = $1
            ), ended as (
              select e.*, m.state as state_before, m.unknowns as unknowns_before
              from unnest((select $2::uuid[]), (select $3::text[]), (select $4::text[]), (select $5::text[]), (select $6::text[]))
                     as e(message_id, state, provider, provider_message_id, reason)
              join messages m using (message_id)
              where m.claim = $1
                and (m.state <> $8 or (m.provider, m.provider_message_id) is distinct from (e.provider, e.provider_message_id))
              order by message_id for update of m
            ), judged as (
              select *,
                state_before = 'SENDING' or (state_before = 'UNKNOWN' and state <> 'UNKNOWN') as news,
                state = 'RETRYING' or (state = 'UNKNOWN' and unknowns_before = 0) as again
              from ended
            ), moved as (
              update messages m
              set provider = coalesce(j.provider, m.provider),
                  provider_message_id = coalesce(j.provider_message_id, m.provider_message_id),
                  state = case when j.news then j.state else m.state end,
                  reason = case when j.news then j.reason else m.reason end,
                  unknowns = m.unknowns + case when j.news and j.state = 'UNKNOWN' then 1 else 0 end,
                  silent = case when j.news and j.state = 'UNKNOWN' then j.provider else m.silent end,
                  sealed_number = case when j.again then m.sealed_number end,
                  sealed_code = case when j.again then m.sealed_code end,
                  life = case when j.news
                    then m.life || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                           'step', j.state, 'attempt', m.attempt, 'at', $7::timestamptz, 'reason', j.reason)))
                    else m.life end
              from judged j
              where m.message_id = j.message_id
              returning m.message_id, m.unknowns, j.news
            )
            select coalesce(array_agg(message_id), '{}') as message_ids, coalesce(array_agg(unknowns), '{}') as unknowns
            from moved where news
            """;

    /** A message whose state changed. @param unknowns how many of its attempts had an unknown outcome so far */
    public record Moved(UUID messageId, int unknowns) {}

    private final DatabaseClient database;

    public Outcomes(DatabaseClient database) {
        this.database = database;
    }

    /** Records the outcomes of a claim, ends it, and answers with the messages whose state they changed. */
    public Mono<Map<UUID, Moved>> record(UUID token, List<Ended> ended, Instant now) {
        return database.sql(RECORD)
                .bind("$1", token)
                .bind("$2", ended.stream().map(one -> one.message().id()).toArray(UUID[]::new))
                .bind("$3", texts(ended, one -> one.verdict().state().name()))
                .bind("$4", texts(ended, Ended::provider))
                .bind("$5", texts(ended, Outcomes::providerMessageId))
                .bind("$6", texts(ended, one -> one.verdict().reason()))
                .bind("$7", now.atOffset(ZoneOffset.UTC))
                .bind("$8", MessageState.DELIVERED.name())
                .map(Outcomes::moved)
                .one();
    }

    private static Map<UUID, Moved> moved(Readable row) {
        UUID[] ids = Column.of(row, "message_ids", UUID[].class);
        Integer[] unknowns = Column.of(row, "unknowns", Integer[].class);
        return IntStream.range(0, ids.length)
                .mapToObj(n -> new Moved(ids[n], unknowns[n]))
                .collect(Collectors.toMap(Moved::messageId, Function.identity()));
    }

    private static @Nullable String providerMessageId(Ended ended) {
        return ended.verdict() instanceof Verdict.Accepted(String id) ? id : null;
    }

    private static @Nullable String[] texts(List<Ended> ended, Function<Ended, @Nullable String> column) {
        return ended.stream().map(column).toArray(String[]::new);
    }
}
