package in.sampark.notification.plan.domain;

/** Whom a notice may be sent to. */
public enum Audience {
    /** The number a one-time code is to prove: the one audience that need not be verified. */
    CHALLENGED_NUMBER,
    /** The connection's contact, if verified. */
    VERIFIED_CONTACT,
    /** The connection's contact, if verified and if they asked for this kind of notice. */
    SUBSCRIBED_CONTACT,
    /** Everybody with a verified number among those whom the event's assets supply. */
    SUPPLIED_CONSUMERS
}
