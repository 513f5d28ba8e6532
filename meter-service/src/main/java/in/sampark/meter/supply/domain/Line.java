package in.sampark.meter.supply.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection's switch, as the head-end last reported it.
 *
 * @param state how it is
 * @param since when it came to that; the beginning of time when nothing was ever reported
 * @param lastGasp when power last went away though the switch did not move; null when never
 */
public record Line(State state, Instant since, @Nullable Instant lastGasp) {

    /** How a switch is. */
    public enum State {
        ON,
        /** Off, because nothing was left to pay with. */
        CUT,
        /** Off, for whatever other reason. That is not for a recharge to mend. */
        OFF
    }

    /** Of which nothing was ever reported: on. */
    public static final Line UNREPORTED = new Line(State.ON, Instant.EPOCH, null);

    /** Whether anything was ever reported of it. */
    public boolean reported() {
        return since.isAfter(Instant.EPOCH);
    }

    /** Whether there is supply, outages aside. */
    public boolean on() {
        return state == State.ON;
    }

    Line at(State state, Instant since) {
        return new Line(state, since, lastGasp);
    }

    Line gasping(Instant at) {
        return lastGasp != null && !at.isAfter(lastGasp) ? this : new Line(state, since, at);
    }
}
