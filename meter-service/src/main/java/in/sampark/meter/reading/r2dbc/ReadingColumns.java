package in.sampark.meter.reading.r2dbc;

import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Moment;
import in.sampark.meter.reading.domain.Quality;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reading as columns, there and back. What is usual of it is null. */
final class ReadingColumns {

    private ReadingColumns() {}

    static Reading read(Readable row) {
        String moment = row.get("moment", String.class);
        String quality = row.get("quality", String.class);
        return new Reading(
                new Register(
                        Column.of(row, "register_at", Instant.class),
                        Column.of(row, "register_wh", Long.class),
                        row.get("meter_no", String.class)),
                moment == null ? Moment.REGULAR : Moment.valueOf(moment),
                quality == null ? Quality.MEASURED : Quality.valueOf(quality));
    }

    static @Nullable String moment(Reading reading) {
        return reading.moment() == Moment.REGULAR ? null : reading.moment().name();
    }

    static @Nullable String quality(Reading reading) {
        return reading.quality() == Quality.MEASURED ? null : reading.quality().name();
    }
}
