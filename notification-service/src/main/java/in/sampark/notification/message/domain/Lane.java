package in.sampark.notification.message.domain;

/** How soon a message must leave. Lanes are separate from topic to provider, so that one never waits for another. */
public enum Lane {
    /** Somebody is waiting for it with the phone in hand: one-time codes. */
    URGENT,
    /** It concerns one person: balance, recharge. */
    ALERT,
    /** It concerns many: outages. */
    BULK,
    /** It concerns one person, comes for many in the same night, and loses nothing by some hours: bills. */
    ROUTINE;

    /** Whether a person may be waiting for it. */
    public boolean awaited() {
        return this == URGENT || this == ALERT;
    }
}
