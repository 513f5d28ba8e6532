package in.sampark.notification.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final Instant NOON = Instant.parse("2026-11-19T06:30:00Z");

    @Test
    void ofVersionsTheHigherIsLaterWhateverTheClocksSay() {
        assertThat(moment(-3, "2").isAfter(moment(0, "1"))).isTrue();
        assertThat(moment(3, "1").isAfter(moment(0, "2"))).isFalse();
        assertThat(moment(3, "2").isAfter(moment(0, "2"))).isFalse();
    }

    @Test
    void whereOneSaysNoVersionTheTimesCount() {
        Moment without = Moment.of(NOON, Map.of());
        assertThat(moment(1, "1").isAfter(without)).isTrue();
        assertThat(without.isAfter(moment(-1, "7"))).isTrue();
        assertThat(without.isAfter(moment(0, "0"))).isFalse();
    }

    @Test
    void ofSeveralTheLatestTimeAndTheHighestVersionStay() {
        assertThat(moment(5, "1").and(moment(0, "2"))).isEqualTo(moment(5, "2"));
    }

    private static Moment moment(int seconds, String version) {
        return Moment.of(NOON.plusSeconds(seconds), Map.of(Moment.VERSION, version));
    }
}
