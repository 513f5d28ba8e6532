package in.sampark.meter.outage.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Local times of a day between which supply is off.
 *
 * @param to of the next day when it is not later than {@code from}; so midnight is the day's end, and from midnight to midnight is the whole day. Any
 *     other time twice is refused: it could mean a day, and is a slip more often than not
 */
public record Hours(LocalTime from, LocalTime to) {

    public Hours {
        if (from.equals(to) && !to.equals(LocalTime.MIDNIGHT))
            throw new IllegalArgumentException("to: " + to + " (expected: not " + from + ")");
    }

    /** From the first day's beginning to the last day's end. */
    Window window(LocalDate first, LocalDate last, ZoneId zone) {
        LocalDate end = to.isAfter(from) ? last : last.plusDays(1);
        return new Window(
                first.atTime(from).atZone(zone).toInstant(),
                end.atTime(to).atZone(zone).toInstant());
    }

    /** As in 10:00-13:00. */
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }
}
