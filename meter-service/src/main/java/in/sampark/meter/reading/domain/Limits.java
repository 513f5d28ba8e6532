package in.sampark.meter.reading.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What the meters of a company show, and how much energy between two registers is believed.
 *
 * @param modulusWh what a register shows all digits of, plus one: there the meter goes on from 0
 * @param loadFactor how many times its sanctioned load a connection can draw
 * @param leastLoadW sanctioned load that a smaller one counts as, in watts
 * @param toleranceWh what is believed whatever the time between: registers may count in steps
 */
public record Limits(long modulusWh, int loadFactor, long leastLoadW, long toleranceWh) {

    private static final double SECONDS_OF_HOUR = 3_600;

    /** The energy between two neighbouring registers: a function of the two alone, so it never depends on the order they came in. */
    long energyWh(Reading earlier, Reading later) {
        if (later.opens()) return 0;
        long wh = later.wh() - earlier.wh();
        return wh >= 0 ? wh : wh + modulusWh;
    }

    /** The most energy that a connection can have used in between. Grows with the time, beside the tolerance that each two registers have once. */
    long mostWh(long loadW, Instant from, Instant to) {
        double hours = Duration.between(from, to).toSeconds() / SECONDS_OF_HOUR;
        return (long) (Math.max(loadW, leastLoadW) * hours * loadFactor) + toleranceWh;
    }
}
