package in.sampark.notification.outage.domain;

/** What consumers are told of an outage. */
public enum News {
    /** That it is planned. */
    SCHEDULED,
    /** That it is near. */
    REMINDER,
    /** That supply is off. */
    STARTED,
    /** That what they were told has changed. */
    REVISED,
    /** That supply is back. */
    RESTORED,
    /** That it will not take place. */
    CANCELLED;

    /** Whether the outage is over with it; who was not told of the outage need not be told that it is over. */
    public boolean last() {
        return this == RESTORED || this == CANCELLED;
    }
}
