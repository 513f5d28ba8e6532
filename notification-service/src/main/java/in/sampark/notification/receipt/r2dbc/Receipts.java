package in.sampark.notification.receipt.r2dbc;

import in.sampark.notification.message.MessageRow;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.Step;
import in.sampark.notification.receipt.domain.Receipt;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Moves messages forward by receipts. */
public class Receipts {

    /**
     * A message that was never handed over has no receipts, and that it failed is for those to say who carry it: another may have taken
     * it since. While it is being handed over once more that may be anybody but who was silent about it. Rows are locked in order first, as by outcomes, so that neither waits for
     * the other for good; and as there, the planner does not know how many there are.
     */
    private static final String TAKE = """
            with told as (
              select t.*
              from unnest((select $1::uuid[]), (select $2::text[]), (select $3::text[]), (select $8::text[]))
                     as t(message_id, state, word, provider_message_id)
              join messages m using (message_id)
              where m.attempt > 0
                and m.state = any(case t.state when 'DELIVERED' then $4::text[] else $5::text[] end)
                and (t.state = 'DELIVERED'
                     or case m.state when 'SENDING' then m.silent is distinct from $6 else coalesce(m.provider, $6) = $6 end)
              order by message_id for update of m
            )
            update messages m
            set state = t.state, provider = coalesce(m.provider, $6),
                provider_message_id = coalesce(m.provider_message_id,
                  case when coalesce(m.provider, $6) = $6 then t.provider_message_id end),
                reason = case when t.state = 'DELIVERED' then null else t.word end,
                sealed_number = null, sealed_code = null,
                life = m.life || jsonb_build_array(jsonb_build_object(
                  'step', t.state, 'attempt', m.attempt, 'at', $7::timestamptz, 'reason', t.word))
            from told t
            where m.message_id = t.message_id
            returning
            """ + MessageRow.STEP_COLUMNS;

    private final DatabaseClient database;

    public Receipts(DatabaseClient database) {
        this.database = database;
    }

    /** Takes one receipt a message; answers with the steps that were news. Joins the caller's transaction. */
    public Mono<List<Step>> take(String provider, Collection<Receipt<UUID>> receipts, Instant now) {
        return database.sql(TAKE)
                .bind("$1", receipts.stream().map(Receipt::message).toArray(UUID[]::new))
                .bind("$2", receipts.stream().map(one -> one.state().name()).toArray(String[]::new))
                .bind("$3", receipts.stream().map(Receipt::word).toArray(String[]::new))
                .bind("$4", overtakenBy(MessageState.DELIVERED))
                .bind("$5", overtakenBy(MessageState.FAILED))
                .bind("$6", provider)
                .bind("$7", now.atOffset(ZoneOffset.UTC))
                .bind("$8", receipts.stream().map(Receipt::providerMessageId).toArray(String[]::new))
                .map(row -> MessageRow.step(row, now))
                .all()
                .collectList();
    }

    private static String[] overtakenBy(MessageState state) {
        return state.overtakes().stream().map(Enum::name).toArray(String[]::new);
    }
}
