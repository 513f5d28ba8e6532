package in.sampark.meter.reading.domain;

/** What a reading is in the life of its meter. */
public enum Moment {
    REGULAR,
    /** The last one of a meter that is taken down. */
    CLOSING,
    /** The first one of a meter that is put up: energy counts from it, and none is known to end in it. */
    OPENING,
    /** What this service does not know yet. */
    UNKNOWN
}
