package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The energy of days already posted, as the ledger has it: whole months up to the last posted day.
 *
 * @param wh watt-hours by day
 */
public record PostedDays(SortedMap<LocalDate, Long> wh) {

    public static final PostedDays NONE = new PostedDays(Collections.emptySortedMap());

    public PostedDays {
        wh = Collections.unmodifiableSortedMap(new TreeMap<>(wh));
    }

    /** These days after energy was moved; only days that are among them change. */
    PostedDays moved(Iterable<UsageShift> shifts) {
        SortedMap<LocalDate, Long> moved = new TreeMap<>(wh);
        for (UsageShift shift : shifts) {
            moved.computeIfPresent(shift.day(), (day, before) -> Math.addExact(before, shift.wh()));
        }
        return new PostedDays(moved);
    }

    /** @throws IllegalStateException when the day is not among them */
    long on(LocalDate day) {
        Long known = wh.get(day);
        if (known == null) {
            throw new IllegalStateException("posted days: " + wh.keySet() + " (expected: with " + day + ")");
        }
        return known;
    }

    /** These days and what became of them by a change's entries. */
    public PostedDays after(Change change) {
        return moved(change.entries().stream()
                .map(entry -> new UsageShift(entry.day(), entry.wh()))
                .toList());
    }

    /** Energy of a day's month before that day. */
    long monthWhBefore(LocalDate day) {
        return wh.subMap(day.withDayOfMonth(1), day).values().stream()
                .mapToLong(Long::longValue)
                .reduce(0, Math::addExact);
    }
}
