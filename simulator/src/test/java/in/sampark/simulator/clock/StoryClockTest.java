package in.sampark.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.simulator.clock.StoryClock.Move;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryClockTest {

    private static final Instant START = Instant.parse("2019-04-30T06:30:00Z");

    private final AtomicLong nanoTime = new AtomicLong(7);
    private final StoryClock clock = new StoryClock(START, nanoTime::get);

    @Test
    void ticksAtRealSpeed() {
        nanoTime.addAndGet(1_500_000_000);

        assertThat(clock.instant()).isEqualTo(START.plusMillis(1_500));
    }

    @Test
    void jumpsForwardAndTicksOn() {
        Instant noon = Instant.parse("2019-05-01T06:30:00Z");

        assertThat(clock.moveTo(noon)).isEqualTo(new Move.Moved(noon));
        nanoTime.addAndGet(1_000_000_000);
        assertThat(clock.instant()).isEqualTo(noon.plusSeconds(1));
    }

    @Test
    void neverJumpsBack() {
        nanoTime.addAndGet(1);

        assertThat(clock.moveTo(START)).isEqualTo(new Move.Backwards(START.plusNanos(1)));
        assertThat(clock.instant()).isEqualTo(START.plusNanos(1));
    }

    @Test
    void neverRunsBackwardsHoweverManyMoveItAtOnce() {
        StoryClock running = new StoryClock(START);

        IntStream.range(0, 8_000).parallel().forEach(second -> {
            Instant before = running.instant();
            running.moveTo(START.plusSeconds(second));
            assertThat(running.instant()).isAfterOrEqualTo(before);
        });

        assertThat(running.instant()).isAfterOrEqualTo(START.plusSeconds(7_999));
    }
}
