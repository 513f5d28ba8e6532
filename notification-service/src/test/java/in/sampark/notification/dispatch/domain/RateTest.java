package in.sampark.notification.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.notification.dispatch.domain.Rate.Booking;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Rate rate = new Rate(80, 20);

    @Test
    void theLastRankLeavesTheReserve() {
        assertThat(rate.between(Rank.URGENT)).isEqualTo(SECOND.dividedBy(80));
        assertThat(rate.between(Rank.ALERT)).isEqualTo(SECOND.dividedBy(80));
        assertThat(rate.between(Rank.REST)).isEqualTo(SECOND.dividedBy(64));
    }

    @Test
    void turnsTakeTimeFromThoseWhoComeAfter() {
        assertThat(rate.booking(Rank.URGENT, 80)).isEqualTo(new Booking(SECOND, SECOND, SECOND));
        assertThat(rate.booking(Rank.ALERT, 80)).isEqualTo(new Booking(Duration.ZERO, SECOND, SECOND));
        assertThat(rate.booking(Rank.REST, 64)).isEqualTo(new Booking(Duration.ZERO, Duration.ZERO, SECOND));
    }

    @Test
    void whatIsGivenOutAtATimeIsATenthOfASecond() {
        assertThat(rate.atATime(Rank.ALERT)).isEqualTo(8);
        assertThat(rate.atATime(Rank.REST)).isEqualTo(6);
        assertThat(new Rate(1, 20).atATime(Rank.REST)).isOne();
    }

    @Test
    void listenersClaimWhatTheyHandOverWithinTwoSeconds() {
        assertThat(rate.soon(Rank.REST, 4)).isEqualTo(32);
        assertThat(new Rate(1, 20).soon(Rank.REST, 4)).isOne();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Rate(0, 20)).hasMessage("rate: 0 (expected: >= 1 message a second)");
        assertThatThrownBy(() -> new Rate(80, 91)).hasMessage("reserve: 91 (expected: 0 to 90 percent)");
    }
}
