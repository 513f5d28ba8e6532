package in.sampark.meter.outage.r2dbc;

import in.sampark.meter.outage.domain.Extent;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Level;
import in.sampark.meter.outage.domain.Report;
import in.sampark.meter.outage.domain.Stage;
import in.sampark.meter.outage.domain.Standing;
import in.sampark.meter.outage.domain.Times;
import in.sampark.meter.outage.domain.Words;
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

    /** The columns {@link #read} reads. */
    static final String COLUMNS = """
            o.outage_id, o.discom, o.revision, o.stage, o.standing, o.level, o.assets, o.from_at, o.expected_restoration_at, o.restored_at,
            o.words::text as words, o.reported_at, o.takes_down_level, o.takes_down_assets, o.notice_id
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Words>> WORDS_BY_LANGUAGE = new TypeReference<>() {};
    private static final String SEPARATOR = "\u001f";

    private OutageRow() {}

    static KnownOutage read(Readable row) {
        Report last = new Report(
                Column.of(row, "outage_id", String.class),
                Column.of(row, "discom", String.class),
                Column.of(row, "revision", Long.class),
                Stage.valueOf(Column.of(row, "stage", String.class)),
                Level.valueOf(Column.of(row, "level", String.class)),
                List.of(Column.of(row, "assets", String[].class)),
                takesDown(row),
                new Times(
                        Column.of(row, "from_at", Instant.class),
                        row.get("expected_restoration_at", Instant.class),
                        row.get("restored_at", Instant.class)),
                JSON.readValue(Column.of(row, "words", String.class), WORDS_BY_LANGUAGE),
                Column.of(row, "reported_at", Instant.class),
                row.get("notice_id", String.class));
        return new KnownOutage(last, Standing.valueOf(Column.of(row, "standing", String.class)));
    }

    private static @Nullable Extent takesDown(Readable row) {
        String level = row.get("takes_down_level", String.class);
        return level == null
                ? null
                : new Extent(Level.valueOf(level), List.of(Column.of(row, "takes_down_assets", String[].class)));
    }

    /** Assets joined by a character they cannot have: an array of arrays cannot travel. */
    static String assets(KnownOutage outage) {
        return String.join(SEPARATOR, outage.last().assets());
    }

    static @Nullable String takesDown(KnownOutage outage) {
        Extent down = outage.last().takesDown();
        return down == null ? null : String.join(SEPARATOR, down.assets());
    }

    static String words(KnownOutage outage) {
        return JSON.writeValueAsString(outage.last().words());
    }
}
