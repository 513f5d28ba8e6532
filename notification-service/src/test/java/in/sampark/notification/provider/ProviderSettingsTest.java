package in.sampark.notification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Receipts that nobody could take refuse to start, and it is said which key and value, and what was expected. */
class ProviderSettingsTest {

    private static final String COMPLETE = """
            secret-header: X-Secret
            secret: s
            reference: /reference
            status: /status
            words: {DELIVRD: delivered}
            """;

    @Test
    void whatIsCompleteIsTaken() {
        assertThat(receipts(COMPLETE).as()).isEqualTo(ProviderSettings.Receipts.As.JSON);
        assertThat(receipts(COMPLETE).toString()).doesNotContain("=s,");
    }

    @Test
    void theSecretIsShownInOnePlace() {
        refused(
                COMPLETE.replace("secret-header: X-Secret\n", ""),
                "receipts.secret-header: null, secret-parameter: null (expected: one of them)");
        refused(
                COMPLETE + "secret-parameter: secret\n",
                "receipts.secret-header: X-Secret, secret-parameter: secret (expected: one of them)");
        refused(
                COMPLETE.replace("secret: s", "secret: ''"),
                "receipts.secret: blank (expected: the secret shared with the provider)");
    }

    @Test
    void aMessageHasAName() {
        refused(
                COMPLETE.replace("reference: /reference\n", ""),
                "receipts.reference: null, message-id: null (expected: one of them at least)");
        assertThat(receipts(COMPLETE + "message-id: /id\n").byIds()).isFalse();
        assertThat(receipts(COMPLETE.replace("reference: /reference", "message-id: /id"))
                        .byIds())
                .isTrue();
    }

    @Test
    void jsonIsInAParameterOnlyWhereThereAreSome() {
        refused(
                COMPLETE + "json-in: data\n",
                "receipts.json-in: data with as: json (expected: as: query or form, whose parameter it is)");
    }

    @Test
    void aWordMeansWhatAReceiptMaySay() {
        refused(COMPLETE.replace(": delivered", ": accepted"), "state: ACCEPTED (expected: DELIVERED or FAILED)");
    }

    private static void refused(String block, String message) {
        assertThatThrownBy(() -> receipts(block)).rootCause().hasMessage(message);
    }

    private static ProviderSettings.Receipts receipts(String block) {
        return GatewayFile.of("receipts:\n" + block.indent(2)).receipts();
    }
}
