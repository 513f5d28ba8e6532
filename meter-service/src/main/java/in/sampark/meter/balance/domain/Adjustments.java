package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What late news changes in days already posted. Each day is brought to what it costs by all that is known now, whatever the ledger has charged it so
 * far. Energy that moves shifts the month to date of every day behind it, so a day without any change of its own may be dearer or cheaper: each gets
 * its own entry.
 */
final class Adjustments {

    private final Pricing pricing;

    Adjustments(Pricing pricing) {
        this.pricing = pricing;
    }

    /** Energy that moves. */
    Adjusted of(Account account, String cause, List<UsageShift> shifts, PostedDays before, Instant now) {
        SortedSet<LocalDate> affected = affected(account.posted(), before, shifts);
        if (affected.isEmpty()) return none(account);
        PostedDays after = before.moved(shifts);
        PostedAnew anew = new PostedAnew(pricing, after, account.terms());
        List<LedgerEntry> entries = new ArrayList<>();
        for (LocalDate day : affected) {
            long wh = Math.subtractExact(after.on(day).wh(), before.on(day).wh());
            add(entries, account, day, wh, anew.on(day).minus(after.on(day).charge()), cause, now);
        }
        boolean throughTheLast = affected.last().equals(account.posted().through());
        return new Adjusted(
                entries, throughTheLast ? anew.month() : account.posted().month());
    }

    /** Other plans, another beginning or end of supply, from a day on; the account has the new terms already. */
    Adjusted since(LocalDate from, Account account, PostedDays days, String cause, Instant now) {
        if (!account.posted().includes(from)) return none(account);
        PostedDays all = days.with(from, account.nextDay(), account.openWh());
        PostedAnew anew = new PostedAnew(pricing, all, account.terms());
        List<LedgerEntry> entries = new ArrayList<>();
        from.datesUntil(account.nextDay()).forEach(day -> {
            Charge charge = anew.on(day);
            PostedDay known = all.on(day);
            if (days.days().containsKey(day)) add(entries, account, day, 0, charge.minus(known.charge()), cause, now);
            else entries.add(begun(account, day, known.wh(), charge));
        });
        return new Adjusted(entries, anew.month());
    }

    private static Adjusted none(Account account) {
        return new Adjusted(List.of(), account.posted().month());
    }

    /** A day that supply turned out to have begun by: the same line as if that had been known in time, with what is known to have been used on it. */
    private static LedgerEntry begun(Account account, LocalDate day, long wh, Charge charge) {
        return LedgerEntry.ofDay(
                LedgerEntry.Kind.DAY_CHARGE, account.connectionId(), day, "", Midnight.ending(day), wh, charge);
    }

    private static void add(
            List<LedgerEntry> entries,
            Account account,
            LocalDate day,
            long wh,
            Charge difference,
            String cause,
            Instant now) {
        if (wh == 0 && difference.equals(Charge.NONE)) return;
        entries.add(LedgerEntry.ofDay(
                LedgerEntry.Kind.ADJUSTMENT, account.connectionId(), day, cause, now, wh, difference));
    }

    /** Posted days from a shifted one to the end of its month; those that were never charged here are none. */
    private static SortedSet<LocalDate> affected(Posted posted, PostedDays known, List<UsageShift> shifts) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (UsageShift shift : shifts) {
            if (!posted.includes(shift.day())) continue;
            LocalDate end = YearMonth.from(shift.day()).atEndOfMonth();
            shift.day()
                    .datesUntil(end.plusDays(1))
                    .takeWhile(posted::includes)
                    .filter(day -> !known.beginBehind(day))
                    .forEach(days::add);
        }
        return days;
    }
}
