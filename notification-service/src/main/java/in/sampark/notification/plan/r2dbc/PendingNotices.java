package in.sampark.notification.plan.r2dbc;

import in.sampark.notification.message.MessageRow;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.plan.domain.Notice.Plan;
import in.sampark.notification.plan.domain.Unreached;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Reach;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Notices that nobody could be told yet. Every statement joins the caller's transaction. */
public class PendingNotices {

    private static final String RECORD = """
            insert into messages (message_id, discom, event_id, connection_ids, kind, lane, template_values,
                                  due_at, expires_at, state, attempt, reason, life)
            select n.message_id, n.discom, n.event_id, string_to_array(n.connection_ids, E'\\x1f'), n.kind, n.lane,
                   n.template_values::jsonb, n.due_at, n.expires_at, 'UNREACHABLE', 0, n.reason,
                   jsonb_build_array(jsonb_build_object(
                     'step', 'UNREACHABLE', 'attempt', 0, 'at', $10::timestamptz, 'reason', n.reason))
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::timestamptz[], $9::timestamptz[], $11::text[])
                 as n(message_id, discom, event_id, connection_ids, kind, lane, template_values,
                      due_at, expires_at, reason)
            on conflict do nothing
            """;

    private static final String HOLD = """
            insert into pending_notices (message_id, connection_id, relevant_until, subject)
            select n.message_id, c.connection_id, n.relevant_until, n.subject
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[])
                   as n(message_id, connection_ids, relevant_until, subject),
                 unnest(string_to_array(n.connection_ids, E'\\x1f')) as c(connection_id)
            on conflict do nothing
            """;

    /** As an array the ids are looked up; joined, so many as a page of contacts may have had every week read. */
    static final String RESUME = """
            with due as (
              delete from pending_notices
              where message_id in (select message_id from pending_notices
                                   where connection_id = any($1) and relevant_until > $2)
              returning message_id)
            update messages m
            set state = 'PLANNED', reason = null,
                life = m.life || jsonb_build_array(jsonb_build_object(
                  'step', 'PLANNED', 'attempt', m.attempt, 'at', $2::timestamptz))
            where m.message_id = any(array(select message_id from due)) and m.state = 'UNREACHABLE'
            returning
            """ + MessageRow.MESSAGE_COLUMNS;

    private static final String FORGET = "delete from pending_notices where relevant_until <= $1";

    private static final String DROP = "delete from pending_notices where subject = any($1)";

    private final DatabaseClient database;

    public PendingNotices(DatabaseClient database) {
        this.database = database;
    }

    /** Records notices that were never sent, and holds them. */
    public Mono<Void> add(List<Unreached> notices, Instant now) {
        if (notices.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(RECORD)
                .bind("$1", notices.stream().map(Unreached::messageId).toArray(UUID[]::new))
                .bind("$2", notices.stream().map(Unreached::discom).toArray(String[]::new))
                .bind("$3", notices.stream().map(Unreached::eventId).toArray(String[]::new))
                .bind("$4", connections(notices))
                .bind("$5", notices.stream().map(Unreached::kind).toArray(String[]::new))
                .bind("$6", notices.stream().map(one -> one.lane().name()).toArray(String[]::new))
                .bind(
                        "$7",
                        notices.stream()
                                .map(one -> MessageRow.json(one.values()))
                                .toArray(String[]::new))
                .bind("$8", notices.stream().map(one -> utc(one.dueAt())).toArray(OffsetDateTime[]::new))
                .bind("$9", relevantUntil(notices))
                .bind("$10", utc(now))
                .bind("$11", notices.stream().map(one -> one.reason().name()).toArray(String[]::new))
                .then()
                .then(hold(notices));
    }

    /** Holds notices of messages that are recorded already. */
    public Mono<Void> hold(List<Unreached> notices) {
        if (notices.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(HOLD)
                .bind("$1", notices.stream().map(Unreached::messageId).toArray(UUID[]::new))
                .bind("$2", connections(notices))
                .bind("$3", relevantUntil(notices))
                .bind("$4", notices.stream().map(Unreached::subject).toArray(String[]::new))
                .then();
    }

    /** Lets go of the notices that these contacts can be told now and that still matter. */
    public Mono<List<Plan.Tell>> resume(List<Contact> contacts, Instant now) {
        Map<String, Reach.Proven> proven = new HashMap<>();
        contacts.forEach(contact -> {
            if (contact.reach() instanceof Reach.Proven reach) {
                proven.put(contact.connectionId(), reach);
            }
        });
        return database.sql(RESUME)
                .bind("$1", proven.keySet().toArray(String[]::new))
                .bind("$2", utc(now))
                .map(row -> resumed(row, proven))
                .all()
                .collectList();
    }

    /** Drops what is kept of subjects. */
    public Mono<Void> drop(Collection<String> subjects) {
        return database.sql(DROP).bind("$1", subjects.toArray(String[]::new)).then();
    }

    /** Drops what no longer matters. */
    public Mono<Void> forget(Instant now) {
        return database.sql(FORGET).bind("$1", utc(now)).then();
    }

    private static Plan.Tell resumed(Readable row, Map<String, Reach.Proven> proven) {
        Reach.Proven reach = Arrays.stream(Column.of(row, "connection_ids", String[].class))
                .map(proven::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Message message = MessageRow.next(row, reach.recipient(), reach.language());
        return new Plan.Tell(message, reach.maskedNumber());
    }

    private static String[] connections(List<Unreached> notices) {
        return notices.stream()
                .map(one -> MessageRow.joined(one.connectionIds()))
                .toArray(String[]::new);
    }

    private static OffsetDateTime[] relevantUntil(List<Unreached> notices) {
        return notices.stream().map(one -> utc(one.relevantUntil())).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
