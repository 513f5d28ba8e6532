package in.sampark.consumer.otp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant NOON = Instant.parse("2019-05-01T12:00:00Z");
    private static final Allowance THREE_IN_TEN_MINUTES = new Allowance(3, Duration.ofMinutes(10), Duration.ZERO);

    @Test
    void fewSendsAreFree() {
        assertThat(THREE_IN_TEN_MINUTES.wait(List.of(before(2), before(1)), NOON))
                .isEmpty();
    }

    @Test
    void afterTheLastOfThemTheFirstMustLeaveTheWindow() {
        assertThat(THREE_IN_TEN_MINUTES.wait(List.of(before(8), before(2), before(1)), NOON))
                .contains(Duration.ofMinutes(2));
    }

    @Test
    void sendsThatLeftTheWindowDoNotCount() {
        assertThat(THREE_IN_TEN_MINUTES.wait(List.of(before(20), before(10), before(2), before(1)), NOON))
                .isEmpty();
    }

    @Test
    void pauseDoublesWithEveryTimeThatCounts() {
        var pausing = new Allowance(4, Duration.ofMinutes(30), Duration.ofMinutes(1));

        assertThat(pausing.wait(List.of(), NOON)).isEmpty();
        assertThat(pausing.wait(List.of(NOON), NOON)).contains(Duration.ofMinutes(1));
        assertThat(pausing.wait(List.of(before(5), NOON), NOON)).contains(Duration.ofMinutes(2));
        assertThat(pausing.wait(List.of(before(9), before(5), NOON), NOON)).contains(Duration.ofMinutes(4));
        assertThat(pausing.wait(List.of(before(9), before(5), before(4)), NOON)).isEmpty();
        assertThat(pausing.wait(List.of(before(40), NOON), NOON)).contains(Duration.ofMinutes(1));
    }

    @Test
    void ofWindowAndPauseTheLongerCounts() {
        var pausing = new Allowance(2, Duration.ofMinutes(10), Duration.ofMinutes(1));

        assertThat(pausing.wait(List.of(before(9), NOON), NOON)).contains(Duration.ofMinutes(2));
        assertThat(pausing.wait(List.of(before(1), NOON), NOON)).contains(Duration.ofMinutes(9));
    }

    private static Instant before(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }
}
