package in.sampark.meter.supply.domain;

import java.time.Instant;

/**
 * What the head-end says of a switch.
 *
 * @param what happened
 * @param at when it happened at the meter
 */
public record Report(What what, Instant at) {

    /** What may happen. */
    public enum What {
        /** Switched off because nothing was left. */
        CUT_OFF,
        /** Switched off for another reason. */
        SWITCHED_OFF,
        /** Switched off, and no cause was told. */
        OFF_UNEXPLAINED,
        SWITCHED_ON,
        /** Power went away, the switch did not move. */
        LAST_GASP
    }
}
