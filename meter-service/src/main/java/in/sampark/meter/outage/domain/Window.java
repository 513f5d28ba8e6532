package in.sampark.meter.outage.domain;

import java.time.Instant;

/** A time without supply, as planned. @param to after {@code from} */
public record Window(Instant from, Instant to) {

    public Window {
        if (!to.isAfter(from)) throw new IllegalArgumentException("to: " + to + " (expected: after " + from + ")");
    }

    boolean overlaps(Window other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
