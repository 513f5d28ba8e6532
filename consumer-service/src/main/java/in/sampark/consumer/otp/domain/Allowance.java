package in.sampark.consumer.otp.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often something may be done: {@code times} within any {@code window}, with a pause after each that doubles.
 *
 * @param pause after the first time within the window; zero for none
 */
public record Allowance(int times, Duration window, Duration pause) {

    private static final int LONGEST_DOUBLING = 20;

    public Allowance {
        if (times < 1) {
            throw new IllegalArgumentException("times: " + times + " (expected: >= 1)");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window: " + window + " (expected: > 0)");
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("pause: " + pause + " (expected: >= 0)");
        }
    }

    /** From when on an earlier time counts. */
    public Instant countedFrom(Instant at) {
        return at.minus(window);
    }

    /**
     * How long to wait before it may be done again, or nothing when it may be done now.
     *
     * @param earlier when it was done before, oldest first
     */
    public Optional<Duration> wait(List<Instant> earlier, Instant at) {
        List<Instant> counted =
                earlier.stream().filter(done -> done.isAfter(countedFrom(at))).toList();
        return Stream.of(windowOpens(counted), pauseEnds(counted))
                .flatMap(Optional::stream)
                .filter(free -> free.isAfter(at))
                .max(Instant::compareTo)
                .map(free -> Duration.between(at, free));
    }

    private Optional<Instant> windowOpens(List<Instant> counted) {
        return counted.size() < times
                ? Optional.empty()
                : Optional.of(counted.get(counted.size() - times).plus(window));
    }

    private Optional<Instant> pauseEnds(List<Instant> counted) {
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(counted.getLast()
                        .plus(pause.multipliedBy(1L << Math.min(counted.size() - 1, LONGEST_DOUBLING))));
    }
}
