package in.sampark.notification.message.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MessageStateTest {

    @Test
    void nothingOvertakesDelivered() {
        assertThat(MessageState.DELIVERED.overtakes()).doesNotContain(MessageState.DELIVERED);
        assertThat(MessageState.FAILED.overtakes()).doesNotContain(MessageState.DELIVERED);
    }

    @Test
    void deliveredOvertakesFailedSoThatTheOrderOfReceiptsDoesNotMatter() {
        assertThat(MessageState.DELIVERED.overtakes()).contains(MessageState.FAILED);
    }

    @Test
    void aRepeatedReceiptIsNoNews() {
        assertThat(MessageState.FAILED.overtakes()).doesNotContain(MessageState.FAILED);
    }

    @Test
    void aReceiptMayComeBeforeTheOutcome() {
        assertThat(MessageState.DELIVERED.overtakes()).contains(MessageState.SENDING, MessageState.UNKNOWN);
        assertThat(MessageState.FAILED.overtakes()).contains(MessageState.SENDING, MessageState.UNKNOWN);
    }

    @Test
    void whatIsOverIsNotClaimedAgain() {
        assertThat(MessageState.CLAIMABLE)
                .doesNotContain(
                        MessageState.ACCEPTED,
                        MessageState.DELIVERED,
                        MessageState.FAILED,
                        MessageState.EXPIRED,
                        MessageState.SUPPRESSED,
                        MessageState.SENDING);
    }

    @Test
    void noReceiptReportsSending() {
        assertThatIllegalArgumentException()
                .isThrownBy(MessageState.SENDING::overtakes)
                .withMessageContaining("expected: DELIVERED or FAILED");
    }
}
