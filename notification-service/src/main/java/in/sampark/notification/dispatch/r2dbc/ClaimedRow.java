package in.sampark.notification.dispatch.r2dbc;

import in.sampark.notification.dispatch.domain.Claimed;
import in.sampark.notification.dispatch.domain.Claimed.Since;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Preferences;
import in.sampark.notification.recipient.domain.Preferences.QuietHours;
import in.sampark.notification.recipient.domain.Standing;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the database knows of a message when it is claimed. */
record ClaimedRow(
        UUID messageId, @Nullable Contact contact, @Nullable ByteBuffer number, Preferences preferences, Since since) {

    static ClaimedRow of(Readable row) {
        return new ClaimedRow(
                Column.of(row, "message_id", UUID.class),
                contact(row),
                row.get("number_encrypted", ByteBuffer.class),
                preferences(row),
                new Since(
                        overtaking(row),
                        Column.of(row, "later_news", Boolean.class),
                        Column.of(row, "heard", Boolean.class),
                        row.get("silent", String.class)));
    }

    Claimed with(Message message) {
        return new Claimed(message, contact, number, preferences, since);
    }

    private static List<Moment> overtaking(Readable row) {
        OffsetDateTime[] at = row.get("overtaken_at", OffsetDateTime[].class);
        Long[] versions = row.get("overtaken_versions", Long[].class);
        return at == null || versions == null
                ? List.of()
                : IntStream.range(0, at.length)
                        .mapToObj(n -> new Moment(at[n].toInstant(), versions[n]))
                        .toList();
    }

    private static Preferences preferences(Readable row) {
        String[] switchedOff = row.get("switched_off", String[].class);
        String[] consents = row.get("consents", String[].class);
        Integer from = row.get("quiet_from", Integer.class);
        Integer to = row.get("quiet_to", Integer.class);
        return new Preferences(
                switchedOff == null ? Set.of() : Set.of(switchedOff),
                from == null || to == null ? null : new QuietHours(from, to),
                consents == null ? Set.of() : Set.of(consents));
    }

    private static @Nullable Contact contact(Readable row) {
        String connectionId = row.get("connection_id", String.class);
        return connectionId == null
                ? null
                : new Contact(
                        connectionId,
                        Standing.valueOf(Column.of(row, "standing", String.class)),
                        row.get("number_hash", String.class),
                        row.get("contact_mask", String.class),
                        Column.of(row, "contact_language", String.class));
    }
}
