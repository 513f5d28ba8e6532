package in.sampark.meter.bill.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When a bill is reminded of, in days after its due date; negative before it. */
public final class ReminderLadder {

    private final NavigableSet<Integer> rungs;

    public ReminderLadder(Collection<Integer> rungs) {
        this.rungs = new TreeSet<>(rungs);
    }

    /** The latest rung that is reached on the day; null before the first. */
    @Nullable
    Integer reached(LocalDate dueDate, LocalDate today) {
        return rungs.floor(Math.toIntExact(ChronoUnit.DAYS.between(dueDate, today)));
    }

    /** When the next rung after the one passed is reached. */
    Optional<LocalDate> next(LocalDate dueDate, @Nullable Integer passed) {
        Integer next = passed == null ? rungs.ceiling(Integer.MIN_VALUE) : rungs.higher(passed);
        return Optional.ofNullable(next).map(dueDate::plusDays);
    }
}
