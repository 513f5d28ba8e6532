package in.sampark.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void mobileNumbersAreMasked() {
        assertThat(Reason.shown("connectionId: +919897010001 (expected: a known connection)"))
                .isEqualTo("connectionId: ******0001 (expected: a known connection)");
        assertThat(Reason.shown("mobile: 9897010001")).isEqualTo("mobile: ******0001");
    }

    @Test
    void accountNumbersAndTimesAreNot() {
        String reason = "connectionId: DVVNL:7010000001 at 2019-07-31T18:30:00Z (expected: a known connection)";

        assertThat(Reason.shown(reason)).isEqualTo(reason);
    }

    @Test
    void whatCannotBeShownIsNot() {
        assertThat(Reason.shown("key: a\u0000b\nc")).isEqualTo("key: a?b?c");
    }
}
