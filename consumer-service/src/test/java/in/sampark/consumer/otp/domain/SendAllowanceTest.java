package in.sampark.consumer.otp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendAllowanceTest {

    private static final Instant NOON = Instant.parse("2019-05-01T12:00:00Z");
    private static final SendAllowance THREE_IN_TEN_MINUTES = new SendAllowance(3, Duration.ofMinutes(10));

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

    private static Instant before(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }
}
