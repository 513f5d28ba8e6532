package in.sampark.meter.supply.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A switch that has moved, as far as is known.
 *
 * @param version of the supply that this made
 * @param on whether there is supply since
 * @param at when it moved, at the meter
 * @param cause off: why; on: {@link SwitchCause#DUES} where it had been off for them, else {@link SwitchCause#OTHER}
 * @param ordered whether the head-end had been told to, and that stood
 */
public record Switched(long version, boolean on, Instant at, SwitchCause cause, boolean ordered) {

    /**
     * What a report did; empty when the switch is as it was known to be.
     *
     * @param cause as the report says it; one that is taken for a cut that was ordered is for dues whatever it says
     */
    public static Optional<Switched> between(Supply before, Supply after, SwitchCause cause) {
        Line line = after.line();
        if (line.on() == before.line().on()) return Optional.empty();
        Switched switched = line.on()
                ? new Switched(after.version(), true, line.since(), ended(before.line()), before.restore() != null)
                : new Switched(after.version(), false, line.since(), begun(line, cause), cutOrdered(before, after));
        return Optional.of(switched);
    }

    /** The same, said behind so many other announcements. */
    public Switched behind(int others) {
        return new Switched(version + others, on, at, cause, ordered);
    }

    /** Whether it went off because nothing was left to pay with. */
    public boolean offForDues() {
        return !on && cause == SwitchCause.DUES;
    }

    private static SwitchCause begun(Line line, SwitchCause cause) {
        return line.state() == Line.State.CUT ? SwitchCause.DUES : cause;
    }

    private static SwitchCause ended(Line line) {
        return line.state() == Line.State.CUT ? SwitchCause.DUES : SwitchCause.OTHER;
    }

    private static boolean cutOrdered(Supply before, Supply after) {
        return after.line().state() == Line.State.CUT
                && before.cutOrdered(after.line().since());
    }
}
