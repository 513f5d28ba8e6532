package in.sampark.notification.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.domain.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RetryPolicy policy = new RetryPolicy(
            List.of(SECOND, MINUTE),
            List.of(Duration.ofSeconds(2)),
            MINUTE,
            Map.of(Lane.URGENT, Duration.ofSeconds(10), Lane.ALERT, MINUTE, Lane.BULK, MINUTE, Lane.ROUTINE, MINUTE));

    @Test
    void pausesGrowAndTheLastRepeats() {
        Outcome down = new Outcome.Unavailable("HTTP_500");
        assertThat(policy.after(down, Lane.ALERT, 1, HOUR)).isEqualTo(new Verdict.Retry("HTTP_500", SECOND));
        assertThat(policy.after(down, Lane.ALERT, 2, HOUR)).isEqualTo(new Verdict.Retry("HTTP_500", MINUTE));
        assertThat(policy.after(down, Lane.ALERT, 9, HOUR)).isEqualTo(new Verdict.Retry("HTTP_500", MINUTE));
    }

    @Test
    void aRefusalThatMayPassIsTriedAgain() {
        assertThat(policy.after(new Outcome.Refused("CODE_416", false), Lane.ALERT, 2, HOUR))
                .isEqualTo(new Verdict.Retry("CODE_416", MINUTE));
    }

    @Test
    void aPermanentRefusalIsTheEnd() {
        assertThat(policy.after(new Outcome.Refused("HTTP_400", true), Lane.ALERT, 1, HOUR))
                .isEqualTo(new Verdict.Failed("HTTP_400"));
    }

    @Test
    void theProvidersOwnPauseIsHeeded() {
        assertThat(policy.after(new Outcome.Throttled(MINUTE), Lane.ALERT, 1, HOUR))
                .isEqualTo(new Verdict.Retry("THROTTLED", MINUTE));
        assertThat(policy.after(new Outcome.Throttled(null), Lane.ALERT, 1, HOUR))
                .isEqualTo(new Verdict.Retry("THROTTLED", Duration.ofSeconds(2)));
    }

    @Test
    void whoWantsNoPauseIsNotAskedAgainAtOnce() {
        assertThat(policy.after(new Outcome.Throttled(Duration.ZERO), Lane.ALERT, 1, HOUR))
                .isEqualTo(new Verdict.Retry("THROTTLED", Duration.ofSeconds(2)));
    }

    @Test
    void aProviderIsHeededForSoLongAndNoLongerThanTheMessageIsWorthSending() {
        Outcome tomorrow = new Outcome.Throttled(Duration.ofDays(1));
        assertThat(policy.after(tomorrow, Lane.ALERT, 1, HOUR)).isEqualTo(new Verdict.Retry("THROTTLED", MINUTE));
        assertThat(policy.after(tomorrow, Lane.URGENT, 1, SECOND)).isEqualTo(new Verdict.Retry("THROTTLED", SECOND));
        assertThat(policy.after(tomorrow, Lane.URGENT, 1, SECOND.negated()))
                .isEqualTo(new Verdict.Retry("THROTTLED", MINUTE));
    }

    @Test
    void aCodeOfUnknownOutcomeIsTriedAgainEarlier() {
        Outcome silent = new Outcome.Unknown("NO_ANSWER");
        assertThat(policy.after(silent, Lane.URGENT, 1, HOUR))
                .isEqualTo(new Verdict.Unknown("NO_ANSWER", Duration.ofSeconds(10)));
        assertThat(policy.after(silent, Lane.ALERT, 1, HOUR)).isEqualTo(new Verdict.Unknown("NO_ANSWER", MINUTE));
    }
}
