package in.sampark.notification.message;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.SealedCode;
import in.sampark.notification.message.domain.Step;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the messages table, for the statements of all features that carry a message through its life. */
public final class MessageRow {

    /** What {@link #message} reads, of a table called {@code m}. */
    public static final String MESSAGE_COLUMNS = """
            m.message_id, m.discom, m.event_id, m.connection_ids, m.kind, m.lane, m.recipient, m.language,
            (coalesce((select s.template_values from shared_values s where s.values_id = m.values_id), '{}') || m.template_values)::text
              as template_values,
            m.sealed_number, m.sealed_code, m.due_at, m.expires_at, m.attempt
            """;

    /** What {@link #step} reads, of a table called {@code m}. */
    public static final String STEP_COLUMNS = """
            m.message_id, m.discom, m.event_id, m.connection_ids, m.kind, m.language, m.masked_number,
            m.attempt, m.provider, m.state, m.reason
            """;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final String SEPARATOR = "\u001f";

    private MessageRow() {}

    /** The message of a row, for the attempt after the row's last. */
    public static Message next(Readable row, String recipient, String language) {
        return new Message(
                Column.of(row, "message_id", UUID.class),
                Column.of(row, "discom", String.class),
                Column.of(row, "event_id", String.class),
                recipient,
                List.of(Column.of(row, "connection_ids", String[].class)),
                Column.of(row, "kind", String.class),
                Lane.valueOf(Column.of(row, "lane", String.class)),
                language,
                values(Column.of(row, "template_values", String.class)),
                Column.of(row, "due_at", Instant.class),
                Column.of(row, "expires_at", Instant.class),
                Column.of(row, "attempt", Integer.class) + 1,
                sealed(row));
    }

    /** As above, for the recipient and in the language it had. */
    public static Message next(Readable row) {
        return next(row, Column.of(row, "recipient", String.class), Column.of(row, "language", String.class));
    }

    /** The step that led the row's message where it is now, in its last attempt. */
    public static Step step(Readable row, Instant at) {
        return new Step(
                Column.of(row, "message_id", UUID.class),
                Column.of(row, "discom", String.class),
                Column.of(row, "event_id", String.class),
                List.of(Column.of(row, "connection_ids", String[].class)),
                Column.of(row, "kind", String.class),
                Column.of(row, "language", String.class),
                Column.of(row, "masked_number", String.class),
                MessageState.valueOf(Column.of(row, "state", String.class)),
                Column.of(row, "attempt", Integer.class),
                row.get("provider", String.class),
                row.get("reason", String.class),
                at);
    }

    /** Template values from what their column holds. */
    public static Map<String, String> values(String json) {
        return JSON.readValue(json, VALUES);
    }

    /** Template values as their column holds them. */
    public static String json(Map<String, String> values) {
        return JSON.writeValueAsString(values);
    }

    /** Several texts in one, for {@code string_to_array(…, E'\x1f')}: PostgreSQL does not unnest arrays of arrays. */
    public static String joined(List<String> texts) {
        return String.join(SEPARATOR, texts);
    }

    private static @Nullable SealedCode sealed(Readable row) {
        ByteBuffer number = row.get("sealed_number", ByteBuffer.class);
        ByteBuffer code = row.get("sealed_code", ByteBuffer.class);
        return number == null || code == null ? null : new SealedCode(number, code);
    }
}
