package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days already posted, as the ledger has them: whole months up to the last posted day.
 *
 * @param days by date
 * @param timeline what they are charged by; null when the account's present terms have held all along
 */
public record PostedDays(
        SortedMap<LocalDate, PostedDay> days, @Nullable Timeline timeline) {

    public static final PostedDays NONE = new PostedDays(Collections.emptySortedMap(), null);

    public PostedDays {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** These days after energy was moved; only days that are among them change. */
    PostedDays moved(Iterable<UsageShift> shifts) {
        SortedMap<LocalDate, PostedDay> moved = new TreeMap<>(days);
        for (UsageShift shift : shifts) {
            moved.computeIfPresent(shift.day(), (_, before) -> before.and(shift.wh(), Charge.NONE));
        }
        return new PostedDays(moved, timeline);
    }

    /** These and all other days from a day on until before another, on which only what is open was used. */
    PostedDays with(LocalDate from, LocalDate until, SortedMap<LocalDate, Long> openWh) {
        SortedMap<LocalDate, PostedDay> all = new TreeMap<>(days);
        from.datesUntil(until)
                .forEach(day -> all.putIfAbsent(day, PostedDay.NOTHING.and(openWh.getOrDefault(day, 0L), Charge.NONE)));
        return new PostedDays(all, timeline);
    }

    /** @throws IllegalStateException when the day is not among them */
    PostedDay on(LocalDate day) {
        PostedDay known = days.get(day);
        if (known == null) {
            throw new IllegalStateException("posted days: " + days.keySet() + " (expected: with " + day + ")");
        }
        return known;
    }

    /** Whether a day lies before all of them, and so before the first one charged: they are whole months. */
    boolean beginBehind(LocalDate day) {
        return !days.isEmpty() && day.isBefore(days.firstKey());
    }

    /** These days and what became of them by a change's entries. */
    public PostedDays after(Change change) {
        if (change.entries().isEmpty()) return this;
        SortedMap<LocalDate, PostedDay> after = new TreeMap<>(days);
        for (LedgerEntry entry : change.entries()) {
            after.computeIfPresent(entry.day(), (_, before) -> before.and(entry.wh(), entry.charge()));
        }
        return new PostedDays(after, timeline);
    }

    /** The same days, charged by other plans. */
    PostedDays under(Timeline other) {
        return new PostedDays(days, other);
    }

    /** What a day is charged by. */
    Plan plan(LocalDate day, Terms present) {
        return timeline == null ? present.plan() : timeline.on(day);
    }

    /** Energy by day. */
    public SortedMap<LocalDate, Long> wh() {
        SortedMap<LocalDate, Long> wh = new TreeMap<>();
        days.forEach((day, posted) -> wh.put(day, posted.wh()));
        return wh;
    }
}
