package in.sampark.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that shows the demonstration's time: it ticks as the real one does and jumps only forward. */
public final class StoryClock extends Clock {

    private final InstantSource real;
    private final ZoneId zone;
    private final AtomicReference<Duration> ahead;

    private StoryClock(InstantSource real, ZoneId zone, AtomicReference<Duration> ahead) {
        this.real = real;
        this.zone = zone;
        this.ahead = ahead;
    }

    /** A clock that shows {@code now} at this moment. */
    public static StoryClock startingAt(Instant now, InstantSource real) {
        return new StoryClock(real, ZoneOffset.UTC, new AtomicReference<>(Duration.between(real.instant(), now)));
    }

    /**
     * Jumps forward.
     *
     * @throws IllegalArgumentException when {@code now} has passed already
     */
    public void jumpTo(Instant now) {
        ahead.updateAndGet(current -> {
            Instant shown = real.instant().plus(current);
            if (now.isBefore(shown)) {
                throw new IllegalArgumentException("now: " + now + " (expected: not before " + shown + ")");
            }
            return Duration.between(real.instant(), now);
        });
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StoryClock(real, other, ahead);
    }
}
