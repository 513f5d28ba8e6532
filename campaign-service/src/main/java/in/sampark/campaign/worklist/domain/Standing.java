package in.sampark.campaign.worklist.domain;

/** How far a connection's number can be trusted. Any but a proven one is a reason to visit. */
public enum Standing {
    /** Nothing is known of the consumer. */
    NO_CONTACT,
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
