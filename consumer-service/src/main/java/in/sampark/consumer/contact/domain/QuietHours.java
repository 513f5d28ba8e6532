package in.sampark.consumer.contact.domain;

import java.time.LocalTime;
import java.time.temporal.ChronoField;

/**
 * A time of every day, in Asia/Kolkata; past midnight when it ends before it begins.
 *
 * @param from to the minute
 * @param to to the minute, not included
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours: " + from + " to " + to + " (expected: two times)");
        }
        requireMinutes(from);
        requireMinutes(to);
    }

    /** @param from minute of the day */
    public static QuietHours ofMinutes(int from, int to) {
        return new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    }

    /** Minute of the day at which it begins. */
    public int fromMinute() {
        return from.get(ChronoField.MINUTE_OF_DAY);
    }

    /** Minute of the day at which it ends. */
    public int toMinute() {
        return to.get(ChronoField.MINUTE_OF_DAY);
    }

    private static void requireMinutes(LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new IllegalArgumentException("quiet hours: " + time + " (expected: a time to the minute)");
        }
    }
}
