package in.sampark.notification.message.domain;

/** How soon a message must leave. Lanes are separate from topic to provider, so that one never waits for another. */
public enum Lane {
    /** Somebody is waiting for it with the phone in hand: one-time codes. */
    URGENT,
    /** It concerns one person: balance, recharge. */
    ALERT,
    /** It concerns many: outages. */
    BULK;

    /** Whether a person may be waiting for it. */
    public boolean awaited() {
        return this == URGENT || this == ALERT;
    }
}
