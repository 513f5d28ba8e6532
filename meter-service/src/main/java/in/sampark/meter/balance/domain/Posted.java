package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account remembers of its ledger.
 *
 * @param paise sum of all entries; negative when owing
 * @param through last day whose charge is posted; null before the first
 * @param monthWh energy of that day's month through that day, so that pricing the next day needs no history
 */
public record Posted(long paise, @Nullable LocalDate through, long monthWh) {

    public static final Posted NOTHING = new Posted(0, null, 0);

    public boolean includes(LocalDate day) {
        return through != null && !day.isAfter(through);
    }

    /** Energy of a day's month before that day, when the day is the next one to post. */
    long monthWhBefore(LocalDate day) {
        return day.getDayOfMonth() == 1 || through == null ? 0 : monthWh;
    }

    Posted credited(long paise) {
        return new Posted(Math.addExact(this.paise, paise), through, monthWh);
    }

    Posted adjusted(List<LedgerEntry> adjustments) {
        long paise = this.paise;
        long monthWh = this.monthWh;
        for (LedgerEntry entry : adjustments) {
            paise = Math.addExact(paise, entry.amountPaise());
            if (YearMonth.from(entry.day()).equals(month())) monthWh = Math.addExact(monthWh, entry.wh());
        }
        return new Posted(paise, through, monthWh);
    }

    private @Nullable YearMonth month() {
        return through == null ? null : YearMonth.from(through);
    }
}
