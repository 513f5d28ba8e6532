package in.sampark.notification.outage.domain;

/** How an outage stands. */
public enum Standing {
    /** Planned, not begun. */
    SCHEDULED,
    /** Supply is off. */
    STARTED,
    /** Supply is back. */
    RESTORED,
    /** It will not take place. */
    CANCELLED;

    /** Whether there is nothing to come after it. */
    boolean over() {
        return this == RESTORED || this == CANCELLED;
    }
}
