package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an account remembers of its ledger.
 *
 * @param paise sum of all entries; negative when owing
 * @param through last day whose charge is posted; null before the first
 * @param monthWh energy of that day's month through that day since its plan's mode has been in force, so that pricing the next day needs no history
 */
public record Posted(long paise, @Nullable LocalDate through, long monthWh) {

    public static final Posted NOTHING = new Posted(0, null, 0);

    /** The day behind the last one posted. */
    LocalDate next() {
        return Objects.requireNonNull(through, "posted through: none (expected: a day)")
                .plusDays(1);
    }

    public boolean includes(LocalDate day) {
        return through != null && !day.isAfter(through);
    }

    /** Energy of a day's month before that day, when the day is the next one to post and its plan this. */
    long monthWhBefore(LocalDate day, Plan plan) {
        return through == null || day.getDayOfMonth() == 1 || day.equals(plan.modeFrom()) ? 0 : monthWh;
    }

    Posted credited(long paise) {
        return new Posted(Math.addExact(this.paise, paise), through, monthWh);
    }

    /** @param plan of the next day to post: energy of days before its mode does not count for it */
    Posted adjusted(List<LedgerEntry> adjustments, Plan plan) {
        long paise = this.paise;
        long monthWh = this.monthWh;
        for (LedgerEntry entry : adjustments) {
            paise = Math.addExact(paise, entry.amountPaise());
            boolean counts =
                    YearMonth.from(entry.day()).equals(month()) && !entry.day().isBefore(plan.modeFrom());
            if (counts) monthWh = Math.addExact(monthWh, entry.wh());
        }
        return new Posted(paise, through, monthWh);
    }

    /** When the days of the month are under other plans. */
    Posted under(PostedDays days) {
        if (through == null || days.timeline() == null) return this;
        return new Posted(
                paise, through, days.monthWhThrough(through, days.timeline().on(through)));
    }

    private @Nullable YearMonth month() {
        return through == null ? null : YearMonth.from(through);
    }
}
