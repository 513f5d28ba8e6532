package in.sampark.consumer.otp.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many codes one number may be sent: {@code sends} within any {@code window}. */
public record SendAllowance(int sends, Duration window) {

    public SendAllowance {
        if (sends < 1) {
            throw new IllegalArgumentException("sends: " + sends + " (expected: >= 1)");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window: " + window + " (expected: > 0)");
        }
    }

    /** From when on an earlier send counts. */
    public Instant countedFrom(Instant at) {
        return at.minus(window);
    }

    /**
     * How long to wait before another code may be sent, or nothing when it may be sent now.
     *
     * @param earlier when codes were sent to the number, oldest first
     */
    public Optional<Duration> wait(List<Instant> earlier, Instant at) {
        List<Instant> counted =
                earlier.stream().filter(sent -> sent.isAfter(countedFrom(at))).toList();
        if (counted.size() < sends) {
            return Optional.empty();
        }
        Instant free = counted.get(counted.size() - sends).plus(window);
        return Optional.of(Duration.between(at, free));
    }
}
