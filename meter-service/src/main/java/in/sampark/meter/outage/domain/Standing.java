package in.sampark.meter.outage.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an outage stands. A revision changes times, reason or extent, and leaves the standing as it is. What was planned may be restored though
 * nobody said that it had started; what has started can no longer be cancelled.
 */
public enum Standing {
    SCHEDULED(Stage.REVISED, Stage.STARTED, Stage.RESTORED, Stage.CANCELLED),
    STARTED(Stage.REVISED, Stage.RESTORED),
    RESTORED(),
    CANCELLED();

    private final List<Stage> next;

    Standing(Stage... next) {
        this.next = List.of(next);
    }

    /** What can be said of it next; nothing when it is over. */
    public List<Stage> next() {
        return next;
    }

    /** How an outage stands after the report. @param before how it stood; null when it was not known */
    static Standing after(@Nullable Standing before, Report report) {
        return switch (report.stage()) {
            case SCHEDULED -> SCHEDULED;
            case STARTED -> STARTED;
            case RESTORED -> RESTORED;
            case CANCELLED -> CANCELLED;
            case REVISED -> before == null ? byTime(report) : before;
            case UNKNOWN -> throw new IllegalArgumentException("stage: UNKNOWN (expected: a known one)");
        };
    }

    private static Standing byTime(Report report) {
        return report.times().fromAt().isAfter(report.reportedAt()) ? SCHEDULED : STARTED;
    }
}
