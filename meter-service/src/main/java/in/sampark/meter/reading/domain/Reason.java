package in.sampark.meter.reading.domain;

/** What other registers of its connection say against a reading. */
public enum Reason {
    /** Another register of the same time is on record. */
    CONFLICT,
    /** It is of another meter than its neighbour, and no opening register stands between them. */
    METER_CHANGED,
    /** It is below the register before it, and not because the meter has gone on from 0. */
    BACKWARDS,
    /** It is late, and above the register after it. */
    ABOVE_NEXT,
    /** More energy than its connection can have used in the time. */
    JUMP
}
