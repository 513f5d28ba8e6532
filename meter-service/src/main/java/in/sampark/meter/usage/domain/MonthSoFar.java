package in.sampark.meter.usage.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * A month so far against the one before.
 *
 * @param thisMonth from its first day through the last that is posted; its first alone, and nothing of it, before that one is
 * @param sameDaysOfLastMonth as many days of the month before; all of them when it is shorter
 * @param lastMonth the whole of it
 */
public record MonthSoFar(Span thisMonth, Span sameDaysOfLastMonth, Span lastMonth) {

    /** The first day that a comparison on a day looks at. */
    public static LocalDate firstDay(LocalDate today) {
        return YearMonth.from(today).minusMonths(1).atDay(1);
    }

    /** @param days of both months, as far as they are posted */
    public static MonthSoFar on(LocalDate today, List<DayUsage> days) {
        YearMonth month = YearMonth.from(today);
        YearMonth before = month.minusMonths(1);
        LocalDate through = lastPosted(today, days);
        LocalDate sameDay = before.atDay(Math.min(through.getDayOfMonth(), before.lengthOfMonth()));
        return new MonthSoFar(
                Span.of(month.atDay(1), through, days),
                Span.of(before.atDay(1), sameDay, days),
                Span.of(before.atDay(1), before.atEndOfMonth(), days));
    }

    /** A day that is not posted yet would only seem to have used nothing. */
    private static LocalDate lastPosted(LocalDate today, List<DayUsage> days) {
        return days.stream()
                .map(DayUsage::day)
                .filter(day -> YearMonth.from(day).equals(YearMonth.from(today)))
                .max(Comparator.naturalOrder())
                .orElse(today.withDayOfMonth(1));
    }
}
