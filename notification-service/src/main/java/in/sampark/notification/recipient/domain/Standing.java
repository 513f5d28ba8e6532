package in.sampark.notification.recipient.domain;

/** How far a connection's number can be trusted. */
public enum Standing {
    /** No number on file. */
    NONE,
    /** On file, never proven. */
    CLAIMED,
    /** Its holder confirmed a one-time code. */
    VERIFIED,
    /** Proven once, no longer trusted. */
    DOUBTED,
    /** A standing this build does not know; trusted no further than a claim. */
    UNKNOWN
}
