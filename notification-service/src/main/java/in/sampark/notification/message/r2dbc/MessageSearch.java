package in.sampark.notification.message.r2dbc;

import in.sampark.platform.database.Column;
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

/** Finds messages of a company. */
public class MessageSearch {

    private static final String COLUMNS = """
            select m.message_id, m.connection_ids, m.kind, m.lane, m.language, m.masked_number, m.state, m.reason,
                   m.attempt, m.provider, m.event_id, m.due_at, m.expires_at, m.life::text as life
            from messages m
            """;
    private static final String BY_ID = COLUMNS + "where m.message_id = $1 and m.discom = $2";
    private static final String BY_CONNECTION = COLUMNS + """
            where m.connection_ids @> array[$1]::text[] and m.discom = $2
              and (m.due_at, m.message_id) < ($3, $4)
            order by m.due_at desc, m.message_id desc limit $5
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A message as people may see it.
     *
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

    /** The message, if it is the company's. */
    public Mono<Found> byId(UUID messageId, String discom) {
        return database.sql(BY_ID)
                .bind("$1", messageId)
                .bind("$2", discom)
                .map(MessageSearch::found)
                .one();
    }

    /** Messages that speak of the connection, newest first, those behind a place only. */
    public Flux<Found> byConnection(String connectionId, String discom, Place behind, int limit) {
        return database.sql(BY_CONNECTION)
                .bind("$1", connectionId)
                .bind("$2", discom)
                .bind("$3", behind.dueAt().atOffset(ZoneOffset.UTC))
                .bind("$4", behind.messageId())
                .bind("$5", limit)
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
