package in.sampark.meter.outage.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Local times of a day between which supply is off. @param to not {@code from}; of the next day when it is earlier */
public record Hours(LocalTime from, LocalTime to) {

    public Hours {
        if (from.equals(to)) throw new IllegalArgumentException("to: " + to + " (expected: not " + from + ")");
    }

    /** From the first day's beginning to the last day's end. */
    Window window(LocalDate first, LocalDate last, ZoneId zone) {
        LocalDate end = to.isBefore(from) ? last.plusDays(1) : last;
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
