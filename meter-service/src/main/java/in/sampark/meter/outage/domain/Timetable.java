package in.sampark.meter.outage.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * When supply is off by a notice.
 *
 * @param daily whether on each of the days at these hours, or from the first day's to the last day's without a break
 */
public record Timetable(List<LocalDate> days, boolean daily, List<Hours> hours) {

    public Timetable {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        if (days.isEmpty() || hours.isEmpty()) {
            throw new IllegalArgumentException("days " + days + ", hours " + hours + " (expected: at least one each)");
        }
        if (!daily && hours.size() > 1) {
            throw new IllegalArgumentException(
                    "hours: " + hours.size() + " of them (expected: one, of an outage without a break)");
        }
        if (!daily && !oneStretch(days)) {
            throw new IllegalArgumentException(
                    "days: " + days + " (expected: one stretch, of an outage without a break)");
        }
    }

    /** Whether no day is left out between these, which are in the order of time. */
    public static boolean oneStretch(List<LocalDate> days) {
        return days.getLast().equals(days.getFirst().plusDays(days.size() - 1L));
    }

    /** The times without supply, first things first. */
    public List<Window> windows(ZoneId zone) {
        if (!daily) return List.of(hours.getFirst().window(days.getFirst(), days.getLast(), zone));
        return days.stream()
                .flatMap(day -> hours.stream().map(each -> each.window(day, day, zone)))
                .sorted(Comparator.comparing(Window::from))
                .toList();
    }
}
