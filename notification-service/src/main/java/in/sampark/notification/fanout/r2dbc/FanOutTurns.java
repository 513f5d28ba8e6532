package in.sampark.notification.fanout.r2dbc;

import in.sampark.notification.fanout.domain.Cursor;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.FanOut;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.fanout.domain.Spared;
import in.sampark.notification.message.MessageRow;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whose turn it is of the fan-outs under way, and how far they have come. Statements join the caller's transaction. */
public class FanOutTurns {

    private static final String NEXT = """
            select fan_out_id, subject, discom, event_id, kind, level, assets, template_values::text as template_values,
                   at, relevant_until, kept, release, spared::text as spared, cursor_place, cursor_connection
            from fan_outs where state = 'UNDER_WAY' order by turn limit 1 for update
            """;

    private static final String MOVE = """
            update fan_outs
            set cursor_place = $2, cursor_connection = $3, turn = nextval(pg_get_serial_sequence('fan_outs', 'turn'))
            where fan_out_id = $1
            """;

    private static final String CLOSE = "update fan_outs set state = $2 where fan_out_id = $1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<Level, Set<String>>> ASSETS_BY_LEVEL = new TypeReference<>() {};

    /**
     * The fan-out whose turn it is.
     *
     * @param fanOut null when this build has no rule of its kind
     * @param cursor how far it has come
     */
    public record Turn(UUID id, @Nullable FanOut fanOut, Cursor cursor) {}

    private final DatabaseClient database;
    private final Rules rules;

    public FanOutTurns(DatabaseClient database, Rules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** The fan-out that waits longest for its next page, which nobody else has until the caller's transaction ends; or none. */
    public Mono<Turn> next() {
        return database.sql(NEXT).map(this::turn).one();
    }

    /** Notes how far one has come; the others come first now. */
    public Mono<Void> move(UUID id, Cursor cursor) {
        return database.sql(MOVE)
                .bind("$1", id)
                .bind("$2", cursor.place())
                .bind("$3", cursor.connectionId())
                .then();
    }

    /** Notes that everybody has been looked at. */
    public Mono<Void> done(UUID id) {
        return close(id, "DONE");
    }

    /** Ends one before everybody has been looked at. */
    public Mono<Void> end(UUID id) {
        return close(id, "ENDED");
    }

    private Mono<Void> close(UUID id, String state) {
        return database.sql(CLOSE).bind("$1", id).bind("$2", state).then();
    }

    private Turn turn(Readable row) {
        return new Turn(
                Column.of(row, "fan_out_id", UUID.class),
                fanOut(row),
                new Cursor(
                        Column.of(row, "cursor_place", String.class),
                        Column.of(row, "cursor_connection", String.class)));
    }

    private @Nullable FanOut fanOut(Readable row) {
        return rules.ofKind(Column.of(row, "kind", String.class))
                .map(rule -> new FanOut(
                        Column.of(row, "fan_out_id", UUID.class),
                        Column.of(row, "subject", String.class),
                        Column.of(row, "discom", String.class),
                        Column.of(row, "event_id", String.class),
                        rule,
                        new Extent(
                                Level.valueOf(Column.of(row, "level", String.class)),
                                List.of(Column.of(row, "assets", String[].class))),
                        new Spared(JSON.readValue(Column.of(row, "spared", String.class), ASSETS_BY_LEVEL)),
                        MessageRow.values(Column.of(row, "template_values", String.class)),
                        Column.of(row, "at", Instant.class),
                        Column.of(row, "relevant_until", Instant.class),
                        Column.of(row, "kept", Boolean.class),
                        Column.of(row, "release", Boolean.class)))
                .orElse(null);
    }
}
