package in.sampark.meter.outage.domain;

import java.time.Instant;

/** How an outage is shown. */
public enum Showing {
    SCHEDULED,
    STARTED,
    /** Planned, and its time has passed without a word of it: whether supply was off is not known. */
    LAPSED,
    RESTORED,
    CANCELLED;

    public static Showing of(KnownOutage outage, Instant now) {
        return switch (outage.standing()) {
            case SCHEDULED -> outage.lapsedBy(now) ? LAPSED : SCHEDULED;
            case STARTED -> STARTED;
            case RESTORED -> RESTORED;
            case CANCELLED -> CANCELLED;
        };
    }
}
