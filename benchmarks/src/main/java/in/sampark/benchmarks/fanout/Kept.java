package in.sampark.benchmarks.fanout;

import in.sampark.contract.notification.Dispatch;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a bare loop keeps of a message: the table, one insert and one update a batch, and what of a message goes into the insert.
 *
 * @param delivered one update for the receipts of a request; null for a loop that takes none
 */
record Kept(
        String table,
        String insert,
        List<Column> columns,
        String update,
        @Nullable String delivered) {

    /** A part of a message. @param type of PostgreSQL */
    record Column(String type, Function<Dispatch, Object> value) {}

    /** By which a message is found for the update. */
    static final Column ID = new Column("uuid", Dispatch::getMessageId);

    /** To whom it went, and where it stands: a row that nobody looks for but by its id. */
    static final Kept NARROW = new Kept(
            """
            create table bare.message (message_id uuid primary key, recipient text not null, kind text not null, state text not null, provider_id text)
            """,
            "insert into bare.message select id, recipient, 'OUTAGE', 'SENDING' from unnest(?::uuid[], ?::text[]) as n(id, recipient)",
            List.of(ID, new Column("text", Dispatch::getRecipient)),
            """
            update bare.message m set state = 'ACCEPTED', provider_id = n.provider_id
            from unnest(?::uuid[], ?::text[]) as n(id, provider_id) where m.message_id = n.id
            """,
            null);

    /**
     * A row like the service's, with its indexes and its room on pages: found by connection and by event, and telling the message's life, to
     * which its receipt belongs.
     */
    static final Kept WHOLE = new Kept(
            """
            create table bare.message (like messages including all)
              with (fillfactor = 45, autovacuum_vacuum_scale_factor = 1, autovacuum_vacuum_insert_threshold = -1)
            """,
            """
            insert into bare.message (message_id, discom, event_id, connection_ids, kind, lane, recipient, masked_number, language,
                                      template_values, values_id, due_at, expires_at, state, attempt, claim)
            select id, discom, event_id, string_to_array(connection_ids, ','), kind, 'BULK', recipient, '+91xxxxxx0000', language,
                   jsonb_build_object('accounts', accounts), id, due_at, expires_at, 'SENDING', 1, id
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                   as n(id, recipient, discom, event_id, connection_ids, kind, language, accounts, due_at, expires_at)
            """,
            List.of(
                    ID,
                    new Column("text", Dispatch::getRecipient),
                    new Column("text", Dispatch::getDiscom),
                    new Column("text", message -> Objects.requireNonNull(message.getCausationId())),
                    new Column("text", message -> String.join(",", message.getConnectionIds())),
                    new Column("text", Dispatch::getKind),
                    new Column("text", Dispatch::getLanguage),
                    new Column(
                            "text",
                            message ->
                                    Objects.requireNonNull(message.getValues().get("accounts"))),
                    new Column("timestamptz", message -> Timestamp.from(message.getOccurredAt())),
                    new Column("timestamptz", message -> Timestamp.from(message.getExpiresAt()))),
            """
            update bare.message m
            set state = 'ACCEPTED', provider = 'simulator', provider_message_id = n.provider_id,
                life = m.life || jsonb_build_array(jsonb_build_object('step', 'ACCEPTED', 'attempt', m.attempt, 'at', now()))
            from (select * from unnest(?::uuid[], ?::text[]) as n(id, provider_id) order by id offset 0) n
            where m.message_id = n.id and m.state = 'SENDING'
            """,
            """
            update bare.message m
            set state = 'DELIVERED', provider = 'simulator',
                life = m.life || jsonb_build_array(jsonb_build_object('step', 'DELIVERED', 'attempt', m.attempt, 'at', now()))
            from (select * from unnest(?::uuid[]) as n(id) order by id offset 0) n where m.message_id = n.id
            """);
}
