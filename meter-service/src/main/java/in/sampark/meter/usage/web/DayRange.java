package in.sampark.meter.usage.web;

import in.sampark.platform.web.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A range of local days that somebody asks for.
 *
 * @param from first of them
 * @param to last of them
 */
record DayRange(LocalDate from, LocalDate to) {

    private static final int USUAL = 30;

    /**
     * What was asked for; without an end through today, without a beginning of thirty days.
     *
     * @throws Problem 400 when it ends before it begins, or is longer than so many days
     */
    static DayRange of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int atMost) {
        LocalDate end = to == null ? today : to;
        LocalDate start = from == null ? end.minusDays(USUAL - 1L) : from;
        if (start.isAfter(end)) throw Problem.invalid("from", start, "not after to, " + end);
        if (ChronoUnit.DAYS.between(start, end) >= atMost) {
            throw Problem.invalid("from", start, "within " + atMost + " days of to, " + end);
        }
        return new DayRange(start, end);
    }
}
