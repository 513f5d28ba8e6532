package in.sampark.consumer.erasure;

/** Why a person's data are erased. A closed list, so that the trail keeps nothing personal of it. */
public enum ErasureReason {
    /** The person asked for it. */
    REQUESTED,
    /** The connection is no longer theirs. */
    MOVED_OUT,
    DECEASED,
    /** The data were never those of this connection's consumer. */
    WRONG_PERSON
}
