package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a late reading changes in days already posted. Energy that moves shifts the month to date of every day behind it, so a day without any
 * change of its own may be dearer or cheaper: each gets its own entry.
 */
final class Adjustments {

    private final Pricing pricing;

    Adjustments(Pricing pricing) {
        this.pricing = pricing;
    }

    List<LedgerEntry> of(Account account, String cause, List<UsageShift> shifts, PostedDays before, Instant now) {
        PostedDays after = before.moved(shifts);
        List<LedgerEntry> entries = new ArrayList<>();
        for (LocalDate day : affected(account.posted(), shifts)) {
            Charge difference = priced(account, day, after).minus(priced(account, day, before));
            long wh = Math.subtractExact(after.on(day), before.on(day));
            if (wh == 0 && difference.equals(Charge.NONE)) continue;
            entries.add(new LedgerEntry(
                    account.connectionId(), day, LedgerEntry.Kind.ADJUSTMENT, cause, now, wh, difference, 0));
        }
        return entries;
    }

    private Charge priced(Account account, LocalDate day, PostedDays days) {
        return pricing.ofDay(account.terms(), day, days.monthWhBefore(day), days.on(day));
    }

    /** Posted days from a shifted one to the end of its month. */
    private static Iterable<LocalDate> affected(Posted posted, List<UsageShift> shifts) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (UsageShift shift : shifts) {
            LocalDate end = YearMonth.from(shift.day()).atEndOfMonth();
            shift.day().datesUntil(end.plusDays(1)).takeWhile(posted::includes).forEach(days::add);
        }
        return days;
    }
}
