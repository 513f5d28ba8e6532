package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.MonthBehind;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an account remembers of its ledger.
 *
 * @param paise sum of all entries; negative when owing
 * @param through last day whose charge is posted; null before the first
 * @param month that day's month through that day since its plan's mode has been in force, so that pricing the next day needs no history
 */
public record Posted(long paise, @Nullable LocalDate through, MonthBehind month) {

    public static final Posted NOTHING = new Posted(0, null, MonthBehind.NOTHING);

    /** The day behind the last one posted. */
    LocalDate next() {
        return Objects.requireNonNull(through, "posted through: none (expected: a day)")
                .plusDays(1);
    }

    public boolean includes(LocalDate day) {
        return through != null && !day.isAfter(through);
    }

    /** A day's month before that day, when the day is the next one to post and its plan this. */
    MonthBehind monthBefore(LocalDate day, Plan plan) {
        return through == null || plan.beginsMonthOn(day) ? MonthBehind.NOTHING : month;
    }

    Posted credited(long paise) {
        return new Posted(Math.addExact(this.paise, paise), through, month);
    }

    Posted with(Adjusted adjusted) {
        long paise = this.paise;
        for (LedgerEntry entry : adjusted.entries()) paise = Math.addExact(paise, entry.amountPaise());
        return new Posted(paise, through, adjusted.month());
    }
}
