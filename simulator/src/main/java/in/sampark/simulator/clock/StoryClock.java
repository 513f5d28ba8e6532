package in.sampark.simulator.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Tells the time of the story. It ticks at real speed, whatever is done to the machine's clock, and never goes back:
 * of two readings the later one is never the smaller.
 */
public final class StoryClock implements InstantSource {

    /** What became of a wish to move the clock. */
    sealed interface Move {
        record Moved(Instant now) implements Move {}

        record Backwards(Instant now) implements Move {}
    }

    private record Setting(Instant time, long nanos) {
        Instant at(long laterNanos) {
            return time.plusNanos(laterNanos - nanos);
        }
    }

    private final LongSupplier nanoTime;
    private final AtomicReference<Setting> setting;

    public StoryClock(Instant start) {
        this(start, System::nanoTime);
    }

    StoryClock(Instant start, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.setting = new AtomicReference<>(new Setting(start, nanoTime.getAsLong()));
    }

    @Override
    public Instant instant() {
        return setting.get().at(nanoTime.getAsLong());
    }

    /** Moves the clock to {@code time} unless it has passed already. */
    Move moveTo(Instant time) {
        while (true) {
            Setting current = setting.get();
            long nanos = nanoTime.getAsLong();
            Instant now = current.at(nanos);
            if (time.isBefore(now)) {
                return new Move.Backwards(now);
            }
            if (setting.compareAndSet(current, new Setting(time, nanos))) {
                return new Move.Moved(time);
            }
        }
    }
}
