package in.sampark.meter.usage.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a run of local days used and cost together.
 *
 * @param from first of them
 * @param to last of them
 * @param days how many of them are posted
 * @param wh energy in watt-hours
 * @param paise what was deducted
 */
public record Span(LocalDate from, LocalDate to, int days, long wh, long paise) {

    /** The sums of those days that lie in the run. */
    static Span of(LocalDate from, LocalDate to, List<DayUsage> days) {
        List<DayUsage> within = days.stream()
                .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(to))
                .toList();
        return new Span(
                from,
                to,
                within.size(),
                within.stream().mapToLong(DayUsage::wh).reduce(0, Math::addExact),
                within.stream().mapToLong(day -> day.charge().totalPaise()).reduce(0, Math::addExact));
    }
}
