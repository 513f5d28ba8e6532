package in.sampark.consumer.contact.domain;

/** What makes a proven number doubtful. */
public enum DoubtReason {
    /** It was proven too long ago. */
    AGED,
    /** The regulator lists it among numbers that were given to somebody else (MNRL). */
    REASSIGNED,
    /** Message after message did not reach it. */
    UNDELIVERABLE,
    /** Whoever has it says that the connection isn't theirs. */
    NOT_MINE
}
