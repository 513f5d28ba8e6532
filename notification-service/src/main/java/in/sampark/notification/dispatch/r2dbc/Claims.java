package in.sampark.notification.dispatch.r2dbc;

import in.sampark.notification.dispatch.domain.Claimed;
import in.sampark.notification.message.KeptValues;
import in.sampark.notification.message.MessageRow;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.SealedCode;
import in.sampark.notification.plan.HeardNotices;
import in.sampark.notification.plan.domain.OvertakenBy.LaterEvent;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Makes one dispatcher the only one to hand a message over. */
public class Claims {

    /** Whether what was told last of an outage {@code s} concerns a connection of a message {@code d} that says it no longer does. */
    private static final String CONCERNED_AGAIN = """
            exists (
              select from connections n
              where n.connection_id = any(d.connection_ids) and not n.removed and case s.told_level
                when 'AREA' then exists (select from unnest(s.told_assets) as a(path)
                                         where n.area_path = a.path or starts_with(n.area_path, a.path || '/'))
                when 'SUBSTATION' then n.substation = any(s.told_assets)
                when 'FEEDER' then n.feeder_code = any(s.told_assets)
                when 'DT' then n.dt_code = any(s.told_assets) end)
            """;

    /**
     * A message is claimed by its first attempt ever, or by an attempt later than its last while it may be sent. Its contact is read
     * in the same statement: the one whose number it was planned for, or, for a message about one connection, that connection's.
     * What many messages share is looked at once: whether more has been told of its subject. The fence, {@code offset 0}, has contacts looked
     * up one by one also by a plan that is from before any came.
     */
    private static final String CLAIM = """
            with shared as materialized (
              select v.values_id, v.told, o.told_level, o.told_assets,
                     o.outage_id is not null and v.told ->> 'concerned' = 'no' as released,
                     o.outage_id is not null and (o.told_revision::text, o.told_news, o.told_reminder::text) is distinct from
                       (v.told ->> 'revision', v.told ->> 'news', coalesce(v.told ->> 'round', '0')) as told_more
              from (select values_id, json::jsonb as told from unnest($22::uuid[], $23::text[]) as t(values_id, json)) v
              left join outages o on o.outage_id = v.told ->> 'subject'
            ), due as materialized (
              select d.*, string_to_array(d.joined_ids, E'\\x1f') as connection_ids
              from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                          $10::text[], $11::text[], $12::bytea[], $13::bytea[], $14::timestamptz[],
                          $15::timestamptz[], $16::int[], $18::text[], $19::text[], $20::text[], $24::uuid[])
                   as d(message_id, discom, event_id, joined_ids, kind, recipient, masked_number,
                        language, template_values, sealed_number, sealed_code, due_at,
                        expires_at, attempt, overtaken_by, matter, comes_after, values_id)
            ), known as materialized (
              select d.*, c.connection_id, c.standing, c.number_encrypted, c.number_hash, c.switched_off, c.quiet_from, c.quiet_to,
                     c.consents,
                     c.masked_number as contact_mask, c.language as contact_language, r.overtaken_at, r.overtaken_versions,
                     d.comes_after <> '' and %s as heard,
                     case when s.released then %s else coalesce(s.told_more, false) end as later_news
              from due d
              left join shared s on s.values_id = d.values_id
              left join lateral (
                select * from contacts
                where known and connection_id = case
                  when cardinality(d.connection_ids) = 1 then d.connection_ids[1]
                  else (select k.connection_id from contacts k
                        where k.connection_id = any(d.connection_ids) and k.known and k.number_hash = d.recipient
                        order by k.standing = 'VERIFIED' desc, k.connection_id limit 1) end offset 0) c on true
              left join lateral (
                select array_agg(last_at) as overtaken_at, array_agg(last_version) as overtaken_versions from latest_events
                where d.overtaken_by <> '' and connection_id = any(d.connection_ids) and topic = any(string_to_array(d.overtaken_by, E'\\x1f'))
                  and matter = d.matter) r on true
            ), claimed as (
              insert into messages as m (message_id, discom, event_id, connection_ids, kind, lane, recipient,
                                         masked_number, language, template_values, values_id, sealed_number, sealed_code,
                                         due_at, expires_at, state, attempt, claim)
              select message_id, discom, event_id, connection_ids, kind, $2, recipient,
                     coalesce(nullif(masked_number, ''), contact_mask, ''), language, template_values::jsonb, values_id,
                     sealed_number, sealed_code, due_at, expires_at, 'SENDING', attempt, $1
              from known order by message_id
              on conflict (message_id) do update
                set state = excluded.state, attempt = excluded.attempt, claim = excluded.claim,
                    recipient = excluded.recipient, masked_number = excluded.masked_number,
                    language = excluded.language
                where m.attempt < excluded.attempt and m.state = any($17)
              returning m.message_id, m.silent
            ), kept as (
              insert into shared_values (values_id, template_values)
              select values_id, told from shared order by values_id
              on conflict do nothing
            ), noted as (
              insert into claims (token, lane, message_ids)
              select $1, $2, array_agg(message_id) from claimed having count(*) > 0
            )
            select k.message_id, k.connection_id, k.standing, k.number_encrypted, k.number_hash,
                   k.contact_mask, k.contact_language, k.overtaken_at, k.overtaken_versions, k.heard, k.later_news,
                   k.switched_off, k.quiet_from, k.quiet_to, k.consents, silent
            from known k join claimed using (message_id)
            """.formatted(
                    HeardNotices.sql("any(d.connection_ids)", "d.comes_after", "d.matter", "$21"), CONCERNED_AGAIN);

    private static final String[] CLAIMABLE =
            MessageState.CLAIMABLE.stream().map(Enum::name).toArray(String[]::new);

    private final DatabaseClient database;
    private final Rules rules;

    public Claims(DatabaseClient database, Rules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * Claims what may be claimed of the messages, each of which is given once, and answers in their order.
     *
     * @param token of this claim; only with it outcomes can be recorded
     * @param masks masked numbers of messages that do not go to a contact, else empty
     */
    public Mono<List<Claimed>> claim(UUID token, Lane lane, List<Message> messages, Map<UUID, String> masks) {
        var values = new KeptValues(messages);
        return database.sql(CLAIM)
                .bind("$1", token)
                .bind("$2", lane.name())
                .bind("$3", messages.stream().map(Message::id).toArray(UUID[]::new))
                .bind("$4", texts(messages, Message::discom))
                .bind("$5", texts(messages, Message::eventId))
                .bind("$6", texts(messages, one -> MessageRow.joined(one.connectionIds())))
                .bind("$7", texts(messages, Message::kind))
                .bind("$8", texts(messages, Message::recipient))
                .bind("$9", texts(messages, one -> masks.getOrDefault(one.id(), "")))
                .bind("$10", texts(messages, Message::language))
                .bind("$11", values.ownOfEach())
                .bind("$12", sealed(messages, SealedCode::number))
                .bind("$13", sealed(messages, SealedCode::code))
                .bind("$14", times(messages, Message::dueAt))
                .bind("$15", times(messages, Message::expiresAt))
                .bind("$16", messages.stream().map(Message::attempt).toArray(Integer[]::new))
                .bind("$17", CLAIMABLE)
                .bind(
                        "$18",
                        texts(
                                messages,
                                one -> overtaking(one)
                                        .map(event -> MessageRow.joined(List.copyOf(event.topics())))
                                        .orElse("")))
                .bind(
                        "$19",
                        texts(
                                messages,
                                one -> overtaking(one)
                                        .map(event -> event.matter(one.values()))
                                        .orElse("")))
                .bind(
                        "$20",
                        texts(
                                messages,
                                one -> rules.ofKind(one.kind()).map(Rule::after).orElse("")))
                .bind("$21", HeardNotices.states())
                .bind("$22", values.sharedIds())
                .bind("$23", values.shared())
                .bind("$24", values.idOfEach())
                .map(row -> ClaimedRow.of(row))
                .all()
                .collectMap(ClaimedRow::messageId)
                .map(found -> messages.stream()
                        .flatMap(message ->
                                Stream.ofNullable(found.get(message.id())).map(row -> row.with(message)))
                        .toList());
    }

    /** Which later event makes a message untrue, if any does. */
    private Optional<LaterEvent> overtaking(Message message) {
        return rules.ofKind(message.kind())
                .map(Rule::overtakenBy)
                .filter(LaterEvent.class::isInstance)
                .map(LaterEvent.class::cast);
    }

    private static String[] texts(List<Message> messages, Function<Message, String> column) {
        return messages.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Message> messages, Function<Message, Instant> column) {
        return messages.stream()
                .map(one -> column.apply(one).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static @Nullable ByteBuffer[] sealed(List<Message> messages, Function<SealedCode, ByteBuffer> part) {
        return messages.stream()
                .map(one -> one.sealed() == null ? null : part.apply(one.sealed()))
                .toArray(ByteBuffer[]::new);
    }
}
