package in.sampark.meter.reading.domain;

/** How a register came to be known. */
public enum Quality {
    MEASURED,
    /** Reckoned by the sender; gives way to a measured one of the same time. */
    ESTIMATED,
    /** Doubted once; a person stands for it. */
    RELEASED,
    /** Nobody read it: what a meter is taken to have shown that is new where supply begins. Never kept, and nothing that is read speaks against it. */
    PRESUMED,
    /** What this service does not know yet. */
    UNKNOWN
}
