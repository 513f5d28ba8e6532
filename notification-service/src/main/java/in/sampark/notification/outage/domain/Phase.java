package in.sampark.notification.outage.domain;

/** Where an outage is. */
public enum Phase {
    /** Not begun. */
    PLANNED,
    /** Supply is off. */
    ONGOING,
    /** Restored or cancelled. */
    OVER
}
