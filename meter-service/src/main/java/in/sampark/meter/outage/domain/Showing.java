package in.sampark.meter.outage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an outage is shown. */
public enum Showing {
    SCHEDULED,
    STARTED,
    /** Begun, and supply was to be back by now: nobody has said whether it is. */
    OVERDUE,
    /** Planned, and its time has passed without a word of it: whether supply was off is not known. */
    LAPSED,
    RESTORED,
    CANCELLED;

    public static Showing of(KnownOutage outage, Instant now) {
        return of(outage.standing(), outage.last().times().expectedRestorationAt(), now);
    }

    /** @param to when supply is to be back; null when that is not known */
    public static Showing of(Standing standing, @Nullable Instant to, Instant now) {
        boolean past = to != null && !to.isAfter(now);
        return switch (standing) {
            case SCHEDULED -> past ? LAPSED : SCHEDULED;
            case STARTED -> past ? OVERDUE : STARTED;
            case RESTORED -> RESTORED;
            case CANCELLED -> CANCELLED;
        };
    }
}
