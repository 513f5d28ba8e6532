package in.sampark.notification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.notification.message.domain.MessageState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayKeysTest {

    private static final List<String> SECRETS = List.of(
            "SMS_API_KEY",
            "SMS_WEBHOOK_SECRET",
            "MSDG_USERNAME",
            "MSDG_PASSWORD",
            "MSDG_SECURE_KEY",
            "MSDG_RECEIPT_SECRET",
            "MSG91_AUTHKEY",
            "MSG91_RECEIPT_SECRET",
            "GUPSHUP_USERID",
            "GUPSHUP_PASSWORD",
            "GUPSHUP_RECEIPT_SECRET");

    private static final String BLOCK = """
            http:
              url: https://gateway.example/send
              query: {to: "{to}", text: "{text}"}
              answers: [{status: 200, id: /id, means: accepted}]
            receipts:
              secret-header: X-Secret
              secret: s
              reference: /ref
              status: /status
              words: {DELIVRD: delivered}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "msdg", "msg91", "gupshup"})
    void whatIsShippedIsRead(String name) {
        new GatewayFile(name, SECRETS.stream().collect(Collectors.toMap(secret -> "SAMPARK_" + secret, secret -> "s")))
                .check();
    }

    @ParameterizedTest
    @CsvSource({
        "https://gateway.example/send, 'https://gateway.example/send\n  respone-timeout: 1s', respone-timeout",
        "'status: 200', 'stauts: 200', stauts",
        "'secret: s', 'secret: s\n  refrence: /ref', refrence"
    })
    void aKeyThatNobodyReadsIsNamed(String right, String wrong, String named) {
        assertThatThrownBy(() -> GatewayFile.of(BLOCK.replace(right, wrong.replace("\\n", "\n")))
                        .check())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("1s");
    }

    @Test
    void aWordThatWouldBeReadAsAnotherStandsInBrackets() {
        assertThatThrownBy(() -> GatewayFile.of(BLOCK.replace("DELIVRD:", "Delivered to handset:"))
                        .check())
                .hasMessageStartingWith("sampark.providers.ours.receipts.words.Delivered to handset: a key with more");

        GatewayFile bracketed = GatewayFile.of(BLOCK.replace("DELIVRD:", "\"[Delivered to handset]\":"));
        bracketed.check();
        assertThat(bracketed.receipts().words())
                .containsExactly(Map.entry("Delivered to handset", MessageState.DELIVERED));
    }
}
