package in.sampark.consumer.contact.domain;

/** How far a number can be trusted to be the consumer's. */
public enum Standing {
    /** There is no number. */
    NONE,
    /** On file, never proven. */
    CLAIMED,
    /** Its holder confirmed a one-time code. */
    VERIFIED,
    /** Proven once, trusted no longer. */
    DOUBTED
}
