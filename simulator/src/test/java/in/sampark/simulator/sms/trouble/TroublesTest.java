package in.sampark.simulator.sms.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroublesTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Answer ERROR = new Answer.Status(500, null);

    private double chance;
    private long nanos;
    private final Troubles troubles = new Troubles(() -> chance, () -> nanos);

    @Test
    void nothingIsWrongAtFirst() {
        assertThat(troubles.meet()).isEqualTo(Trouble.NONE);
        assertThat(troubles.present().over()).isTrue();
    }

    @Test
    void theNextRequestsMeetItAndThenItIsOver() {
        Trouble trouble = trouble(1, 2L);
        troubles.begin(trouble);

        assertThat(List.of(troubles.meet(), troubles.meet(), troubles.meet()))
                .containsExactly(trouble, trouble, Trouble.NONE);
        assertThat(troubles.present().met()).isEqualTo(2);
        assertThat(troubles.present().over()).isTrue();
    }

    @Test
    void chanceDecidesWhomAShareIs() {
        Trouble trouble = trouble(0.3, null);
        troubles.begin(trouble);

        chance = 0.29;
        assertThat(troubles.meet()).isEqualTo(trouble);
        chance = 0.3;
        assertThat(troubles.meet()).isEqualTo(Trouble.NONE);
        assertThat(troubles.present().met()).isOne();
    }

    @Test
    void whatIsTooMuchForASecondMeetsIt() {
        Trouble tooMany = tooMany(2);
        troubles.begin(tooMany);

        assertThat(List.of(troubles.meet(), troubles.meet(), troubles.meet()))
                .containsExactly(Trouble.NONE, Trouble.NONE, tooMany);
        nanos = Duration.ofMillis(999).toNanos();
        assertThat(troubles.meet()).isEqualTo(tooMany);
        nanos = Duration.ofSeconds(1).toNanos();
        assertThat(troubles.meet()).isEqualTo(Trouble.NONE);
        assertThat(troubles.present().met()).isEqualTo(2);
    }

    @Test
    void itIsToldInWords() {
        assertThat(Stream.of(
                                Trouble.NONE,
                                trouble(0.3, null),
                                new Trouble(Duration.ofMillis(250), new Answer.Usual(), false, 1, null, null),
                                new Trouble(AT_ONCE, new Answer.Silence(), true, 1, null, null),
                                new Trouble(AT_ONCE, new Answer.Disconnect(), false, 1, null, null),
                                tooMany(80))
                        .map(Trouble::inWords))
                .containsExactly(
                        "",
                        "answers HTTP 500, to 30 % of the requests",
                        "answers 250 ms late",
                        "hangs, although it takes the message",
                        "hangs up",
                        "answers HTTP 429, but for 80 a second");
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertThatThrownBy(() -> trouble(0, null)).hasMessage("share: 0.0 (expected: above 0, at most 1)");
        assertThatThrownBy(() -> trouble(1, 0L)).hasMessage("requests: 0 (expected: > 0)");
        assertThatThrownBy(() -> new Trouble(AT_ONCE, new Answer.Status(200, null), false, 1, null, null))
                .hasMessage("status: 200 (expected: 400 to 599)");
        assertThatThrownBy(() -> new Trouble(Duration.ofMillis(-1), ERROR, false, 1, null, null))
                .hasMessage("latencyMs: -1 (expected: >= 0)");
    }

    private static Trouble tooMany(int perSecond) {
        return new Trouble(AT_ONCE, new Answer.Status(429, null), false, 1, null, perSecond);
    }

    private static Trouble trouble(double share, @Nullable Long requests) {
        return new Trouble(AT_ONCE, ERROR, false, share, requests, null);
    }
}
