package in.sampark.notification.outage.r2dbc;

import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.message.MessageRow;
import in.sampark.notification.outage.domain.Heard;
import in.sampark.notification.outage.domain.News;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.Outage.Told;
import in.sampark.notification.outage.domain.OutageRevision;
import in.sampark.notification.outage.domain.Standing;
import in.sampark.notification.outage.domain.Words;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An outage as its row, there and back. */
final class OutageRow {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Words>> WORDS = new TypeReference<>() {};

    private OutageRow() {}

    static Outage read(Readable row) {
        return new Outage(revision(row), told(row));
    }

    private static OutageRevision revision(Readable row) {
        return new OutageRevision(
                Column.of(row, "outage_id", String.class),
                Column.of(row, "revision", Long.class),
                Column.of(row, "event_id", String.class),
                Column.of(row, "occurred_at", Instant.class),
                Column.of(row, "discom", String.class),
                Standing.valueOf(Column.of(row, "standing", String.class)),
                extent(row, "level", "assets"),
                Column.of(row, "from_at", Instant.class),
                row.get("until_at", Instant.class),
                row.get("restored_at", Instant.class),
                JSON.readValue(Column.of(row, "words", String.class), WORDS));
    }

    private static @Nullable Told told(Readable row) {
        String news = row.get("told_news", String.class);
        return news == null
                ? null
                : new Told(
                        News.valueOf(news),
                        Standing.valueOf(Column.of(row, "told_standing", String.class)),
                        Column.of(row, "told_revision", Long.class),
                        Column.of(row, "told_reminder", Integer.class),
                        new Heard(
                                extent(row, "told_level", "told_assets"),
                                Column.of(row, "told_from", Instant.class),
                                JSON.readValue(Column.of(row, "told_words", String.class), WORDS)));
    }

    static @Nullable Extent extent(Readable row, String level, String assets) {
        String of = row.get(level, String.class);
        return of == null ? null : new Extent(Level.valueOf(of), List.of(Column.of(row, assets, String[].class)));
    }

    static @Nullable String level(@Nullable Extent extent) {
        return extent == null ? null : extent.level().name();
    }

    /** Joined by a character they cannot have: an array of arrays cannot travel. */
    static @Nullable String assets(@Nullable Extent extent) {
        return extent == null ? null : MessageRow.joined(extent.assets());
    }

    static String words(Map<String, Words> byLanguage) {
        return JSON.writeValueAsString(byLanguage);
    }
}
