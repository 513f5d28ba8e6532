package in.sampark.notification.message.r2dbc;

import in.sampark.notification.message.domain.MessageFilter;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.platform.database.Column;
import in.sampark.platform.security.Caller;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds messages about connections that the caller cares for. */
public class MessageSearch {

    /**
     * Of the connections a message speaks of only those in the caller's area are seen. Who cares for the whole company sees all of
     * them, known here or not.
     */
    private static final String SEEN = """
            select m.message_id, seen.connection_ids, m.kind, m.lane, m.language, m.masked_number, m.state, m.reason,
                   m.attempt, m.provider, m.event_id, m.due_at, m.expires_at, m.life::text as life
            from messages m
            cross join lateral (
              select array_agg(told.connection_id order by told.place) as connection_ids
              from unnest(m.connection_ids) with ordinality as told(connection_id, place)
              left join connections c on c.connection_id = told.connection_id
              where m.discom = $3 or c.area_path = $3 or starts_with(c.area_path, $3 || '/')
            ) seen
            where m.discom = $2
            """;

    private static final String BY_ID = SEEN + "and m.message_id = $1 and seen.connection_ids is not null";

    private static final String FITTING = """
             and seen.connection_ids is not null
             and ($1::text is null or m.event_id = $1) and ($4::text is null or m.kind = $4)
             and ($5::text is null or m.provider = $5) and ($6::text is null or m.state = $6)
            """;

    /** Of a number only what went to it, and only about connections that have it now: messages of a person are found by their connections. */
    private static final String NARROW = SEEN + FITTING + """
            and m.due_at >= $7 and m.due_at < $8
            and ($9::text is null or m.connection_ids @> array[$9]::text[] and seen.connection_ids @> array[$9]::text[])
            and (cardinality($10::text[]) = 0 or m.recipient = any($10)
                 and m.connection_ids && array(select connection_id from contacts where number_hash = any($10)))
            and (m.due_at, m.message_id) < ($11, $12)
            order by m.due_at desc, m.message_id desc limit $13
            """;

    private static final String WIDE = SEEN + FITTING + """
            and m.message_id >= $7 and m.message_id < $8
            order by m.message_id desc limit $9
            """;

    /** How far down a page looks: what fits may be rare. */
    private static final String FLOOR = """
            select message_id from messages
            where message_id >= $1 and message_id < $2 %s
            order by message_id desc offset $3 limit 1
            """;

    private static final String FLOOR_OF_ALL = FLOOR.formatted("");
    private static final String FLOOR_OF_EVENT = FLOOR.formatted("and event_id = $4");
    private static final int LOOKED_AT = 20_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A message as people may see it.
     *
     * @param connectionIds those in the caller's area, at least one
     * @param life steps taken, oldest first: step, attempt, at, reason
     */
    public record Found(
            UUID messageId,
            List<String> connectionIds,
            String kind,
            String lane,
            String language,
            String maskedNumber,
            String state,
            @Nullable String reason,
            int attempt,
            @Nullable String provider,
            String eventId,
            Instant dueAt,
            Instant expiresAt,
            JsonNode life) {}

    /** A place among messages, newest first. */
    public record Place(Instant dueAt, UUID messageId) {}

    /**
     * Some of what was looked for.
     *
     * @param next behind which to go on; null when that is all
     */
    public record Slice(List<Found> messages, @Nullable Place next) {}

    private final DatabaseClient database;

    public MessageSearch(DatabaseClient database) {
        this.database = database;
    }

    /** The message, if it speaks of a connection in the caller's area. */
    public Mono<Found> byId(UUID messageId, Caller caller) {
        return database.sql(BY_ID)
                .bind("$1", messageId)
                .bind("$2", caller.discom())
                .bind("$3", caller.areaPath())
                .map(MessageSearch::found)
                .one();
    }

    /**
     * Messages that speak of a connection in the caller's area and fit, newest first, behind a place. Where those that fit are rare a slice may have fewer than asked for, and a
     * next one all the same. Messages of builds before ids began with times are found by connection and number alone.
     */
    public Mono<Slice> slice(MessageFilter filter, Caller caller, Place behind, int limit) {
        return filter.narrow() ? narrow(filter, caller, behind, limit) : wide(filter, caller, behind, limit);
    }

    private Mono<Slice> narrow(MessageFilter filter, Caller caller, Place behind, int limit) {
        return fitting(NARROW, filter, caller)
                .bind("$7", filter.from().atOffset(ZoneOffset.UTC))
                .bind("$8", filter.to().atOffset(ZoneOffset.UTC))
                .bind("$9", Parameters.in(R2dbcType.VARCHAR, filter.connectionId()))
                .bind("$10", filter.numberHashes().toArray(String[]::new))
                .bind("$11", behind.dueAt().atOffset(ZoneOffset.UTC))
                .bind("$12", behind.messageId())
                .bind("$13", limit + 1)
                .map(MessageSearch::found)
                .all()
                .collectList()
                .map(found -> slice(found, limit, null));
    }

    private Mono<Slice> wide(MessageFilter filter, Caller caller, Place behind, int limit) {
        UUID from = NamedUuid.earliest(filter.from());
        UUID to = earlier(NamedUuid.earliest(filter.to()), behind.messageId());
        return floor(filter.eventId(), from, to)
                .map(floor -> new Place(NamedUuid.time(floor), floor))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(floor -> fitting(WIDE, filter, caller)
                        .bind("$7", floor.map(Place::messageId).orElse(from))
                        .bind("$8", to)
                        .bind("$9", limit + 1)
                        .map(MessageSearch::found)
                        .all()
                        .collectList()
                        .map(found -> slice(found, limit, floor.orElse(null))));
    }

    private Mono<UUID> floor(@Nullable String eventId, UUID from, UUID to) {
        GenericExecuteSpec floor = database.sql(eventId == null ? FLOOR_OF_ALL : FLOOR_OF_EVENT)
                .bind("$1", from)
                .bind("$2", to)
                .bind("$3", LOOKED_AT - 1);
        return (eventId == null ? floor : floor.bind("$4", eventId))
                .map(row -> Column.of(row, 0, UUID.class))
                .one();
    }

    private GenericExecuteSpec fitting(String sql, MessageFilter filter, Caller caller) {
        MessageState state = filter.state();
        return database.sql(sql)
                .bind("$1", Parameters.in(R2dbcType.VARCHAR, filter.eventId()))
                .bind("$2", caller.discom())
                .bind("$3", caller.areaPath())
                .bind("$4", Parameters.in(R2dbcType.VARCHAR, filter.kind()))
                .bind("$5", Parameters.in(R2dbcType.VARCHAR, filter.provider()))
                .bind("$6", Parameters.in(R2dbcType.VARCHAR, state == null ? null : state.name()));
    }

    private static Slice slice(List<Found> found, int limit, @Nullable Place floor) {
        if (found.size() <= limit) {
            return new Slice(found, floor);
        }
        List<Found> shown = found.subList(0, limit);
        Found last = shown.getLast();
        return new Slice(shown, new Place(last.dueAt(), last.messageId()));
    }

    /** As PostgreSQL compares them; {@link UUID#compareTo} takes half of them for negative. */
    private static UUID earlier(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) <= 0 ? one : other;
    }

    private static Found found(Readable row) {
        return new Found(
                Column.of(row, "message_id", UUID.class),
                List.of(Column.of(row, "connection_ids", String[].class)),
                Column.of(row, "kind", String.class),
                Column.of(row, "lane", String.class),
                Column.of(row, "language", String.class),
                Column.of(row, "masked_number", String.class),
                Column.of(row, "state", String.class),
                row.get("reason", String.class),
                Column.of(row, "attempt", Integer.class),
                row.get("provider", String.class),
                Column.of(row, "event_id", String.class),
                Column.of(row, "due_at", Instant.class),
                Column.of(row, "expires_at", Instant.class),
                JSON.readTree(Column.of(row, "life", String.class)));
    }
}
