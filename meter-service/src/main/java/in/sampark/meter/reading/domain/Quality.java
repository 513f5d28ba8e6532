package in.sampark.meter.reading.domain;

/** How a register came to be known. */
public enum Quality {
    MEASURED,
    /** Reckoned by the sender; gives way to a measured one of the same time. */
    ESTIMATED,
    /** Doubted once; a person stands for it. */
    RELEASED,
    /** What this service does not know yet. */
    UNKNOWN
}
