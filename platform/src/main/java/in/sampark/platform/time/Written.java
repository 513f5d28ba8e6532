package in.sampark.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Days and times as callers write them, in one form whatever their language, and of the years 1 to 9999: any other is a slip, and might fit neither a
 * contract's milliseconds nor a column.
 */
public final class Written {

    private static final int LAST_YEAR = 9999;

    private Written() {}

    /** A day like 2026-04-01. @throws DateTimeException when it is none */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        checkYear(day.getYear());
        return day;
    }

    /** A time with offset, like 2026-04-01T11:00:00+05:30. @throws DateTimeException when it is none */
    public static Instant time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        checkYear(time.getYear());
        return time.toInstant();
    }

    private static void checkYear(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("year: " + year + " (expected: 1 to " + LAST_YEAR + ")");
        }
    }
}
