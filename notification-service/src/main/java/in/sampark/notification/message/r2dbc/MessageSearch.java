package in.sampark.notification.message.r2dbc;

import in.sampark.platform.database.Column;
import in.sampark.platform.security.Caller;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
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
    private static final String BY_CONNECTION = SEEN + """
            and m.connection_ids @> array[$1]::text[] and seen.connection_ids @> array[$1]::text[]
            and (m.due_at, m.message_id) < ($4, $5)
            order by m.due_at desc, m.message_id desc limit $6
            """;

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

    /** Messages that speak of the connection, newest first, those behind a place only; none if it is outside the caller's area. */
    public Flux<Found> byConnection(String connectionId, Caller caller, Place behind, int limit) {
        return database.sql(BY_CONNECTION)
                .bind("$1", connectionId)
                .bind("$2", caller.discom())
                .bind("$3", caller.areaPath())
                .bind("$4", behind.dueAt().atOffset(ZoneOffset.UTC))
                .bind("$5", behind.messageId())
                .bind("$6", limit)
                .map(MessageSearch::found)
                .all();
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
