package in.sampark.notification.outage.domain;

/** What a revision says of an outage. */
public enum Stage {
    /** Planned, not begun. */
    SCHEDULED,
    /** Supply is off. */
    STARTED,
    /** Scheduled or started as before, with other times, reason or extent. */
    REVISED,
    /** Supply is back. */
    RESTORED,
    /** It will not take place. */
    CANCELLED;

    /** Whether there is nothing to come after it. */
    boolean closes() {
        return this == RESTORED || this == CANCELLED;
    }
}
