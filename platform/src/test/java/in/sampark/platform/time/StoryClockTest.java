package in.sampark.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoryClockTest {

    private static final Instant START = Instant.parse("2019-04-30T06:30:00Z");

    private final AtomicReference<Instant> real = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final StoryClock clock = StoryClock.startingAt(START, (InstantSource) real::get);

    @Test
    void ticksAsTheRealClockDoes() {
        real.updateAndGet(now -> now.plusSeconds(5));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void jumpsForwardAndGoesOnTicking() {
        Instant midnight = Instant.parse("2019-04-30T18:30:00Z");

        clock.jumpTo(midnight);
        real.updateAndGet(now -> now.plusMillis(7));

        assertThat(clock.instant()).isEqualTo(midnight.plusMillis(7));
        assertThat(clock.withZone(India.ZONE).instant()).isEqualTo(clock.instant());
    }

    @Test
    void neverGoesBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.jumpTo(START.minus(Duration.ofMillis(1))))
                .withMessageContaining(START.toString());
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void outsideTheLocalProfileAStoryClockFailsTheStart() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TimeAutoConfiguration.class))
                .withPropertyValues("sampark.story-clock.url=http://127.0.0.1:8090/clock")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("expected: only in the profile local"));
    }
}
