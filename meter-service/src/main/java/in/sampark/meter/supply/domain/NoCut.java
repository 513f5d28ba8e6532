package in.sampark.meter.supply.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/** Local time in which nobody is cut off, whatever is owed. */
public sealed interface NoCut {

    boolean covers(LocalDateTime local);

    /** Times of day at which it may begin or end; midnight is always one. */
    default Set<LocalTime> edges() {
        return Set.of();
    }

    /**
     * A span of every day.
     *
     * @param from first moment
     * @param to first moment after it; on the next day when it is not later than {@code from}
     */
    record Hours(LocalTime from, LocalTime to) implements NoCut {

        public Hours {
            if (from.equals(to)) {
                throw new IllegalArgumentException("hours: " + from + " to " + to + " (expected: two times of day)");
            }
        }

        @Override
        public boolean covers(LocalDateTime local) {
            LocalTime time = local.toLocalTime();
            boolean begun = !time.isBefore(from);
            boolean ended = !time.isBefore(to);
            return from.isBefore(to) ? begun && !ended : begun || !ended;
        }

        @Override
        public Set<LocalTime> edges() {
            return Set.of(from, to);
        }
    }

    /** Whole days of the week. */
    record Weekdays(Set<DayOfWeek> days) implements NoCut {

        public Weekdays {
            days = Set.copyOf(days);
        }

        @Override
        public boolean covers(LocalDateTime local) {
            return days.contains(local.getDayOfWeek());
        }
    }

    /** The second Saturday of every month. */
    record SecondSaturdays() implements NoCut {

        @Override
        public boolean covers(LocalDateTime local) {
            int day = local.getDayOfMonth();
            return local.getDayOfWeek() == DayOfWeek.SATURDAY && day > 7 && day <= 14;
        }
    }

    /**
     * The holidays of a calendar. A year that it does not know is covered whole: nobody can say which of its days are holidays.
     *
     * @param byYear the holidays of each year known
     */
    record Holidays(Map<Integer, Set<LocalDate>> byYear) implements NoCut {

        public Holidays {
            byYear = Map.copyOf(byYear);
        }

        boolean knows(int year) {
            return byYear.containsKey(year);
        }

        @Override
        public boolean covers(LocalDateTime local) {
            Set<LocalDate> days = byYear.get(local.getYear());
            return days == null || days.contains(local.toLocalDate());
        }
    }
}
