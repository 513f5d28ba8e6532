package in.sampark.notification.outage.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long before a planned outage its consumers are told.
 *
 * @param before the first time, and reminders, each shorter before
 */
public record Lead(List<Duration> before) {

    public Lead {
        before = List.copyOf(before);
        if (before.isEmpty()) {
            throw new IllegalArgumentException("told before: none (expected: at least one time, e.g. 24h,1h)");
        }
        if (before.getLast().isNegative() || !falling(before)) {
            throw new IllegalArgumentException(
                    "told before: " + before + " (expected: each shorter than the one before it, e.g. 24h,1h)");
        }
    }

    /** When the outage is told for the first time. */
    Instant toldAt(Instant from) {
        return from.minus(before.getFirst());
    }

    /** Which reminder has come by now, from 1; 0 when none has. */
    int reminderBy(Instant from, Instant time) {
        return (int) IntStream.range(1, before.size())
                .filter(reminder -> !at(from, reminder).isAfter(time))
                .count();
    }

    /** When the next reminder comes; null when none does. */
    @Nullable
    Instant nextReminder(Instant from, Instant time) {
        return Optional.of(reminderBy(from, time) + 1)
                .filter(next -> next < before.size())
                .map(next -> at(from, next))
                .orElse(null);
    }

    private Instant at(Instant from, int reminder) {
        return from.minus(before.get(reminder));
    }

    private static boolean falling(List<Duration> before) {
        return IntStream.range(1, before.size())
                .allMatch(next -> before.get(next).compareTo(before.get(next - 1)) < 0);
    }
}
