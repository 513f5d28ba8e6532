package in.sampark.notification.plan.domain;

/** What makes a notice untrue before it is sent. */
public enum OvertakenBy {
    NOTHING,
    /** A recharge of one of its connections after the event. */
    RECHARGE,
    /** What consumers are told next of the same subject. */
    LATER_NEWS
}
