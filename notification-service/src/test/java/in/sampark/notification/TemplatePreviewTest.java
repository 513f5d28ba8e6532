package in.sampark.notification;

import in.sampark.platform.test.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Words can be looked at before they are sent. */
class TemplatePreviewTest extends NotificationTest {

    private static final String OPS = TestTokens.bearer("ops", "DVVNL", "DVVNL");

    private static final Map<String, String> PAID =
            Map.of("account", "7010000001", "amountPaise", "12345650", "occurredAt", "2026-11-21T12:30:00Z");

    @Test
    void aTextIsShownWithItsPartsAndItsPrice() {
        preview("bill-paid", "hi", PAID, OPS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo(
                        "प्रिय उपभोक्ता, बिजली खाते (अंतिम अंक 0001) के ₹1,23,456.50 के बिल का भुगतान प्राप्त हुआ। धन्यवाद। -DVVNL")
                .jsonPath("$.encoding")
                .isEqualTo("UCS_2")
                .jsonPath("$.segments")
                .isEqualTo(2)
                .jsonPath("$.costPaise")
                .isEqualTo(30);
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsQuoted() {
        preview("bill-paid", "en", Map.of("account", "7010000001"), OPS)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("bill-paid/en: amountPaise missing");
        preview("bill-paid", "en", Map.of("account", "7010000001", "amountPaise", "secret"), OPS)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("bill-paid/en: amountPaise not RUPEES");
    }

    @Test
    void thereIsNothingToSeeOfATemplateThatIsNotThere() {
        preview("bill-paid", "ta", PAID, OPS).expectStatus().isNotFound();
        preview("bill-eaten", "en", PAID, OPS).expectStatus().isNotFound();
    }

    @Test
    void allAreListedForWhoMaySeeThem() {
        web.get()
                .uri("/api/v1/templates")
                .header("Authorization", OPS)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.template == 'otp' && @.language == 'en')].templateId")
                .isEqualTo("1107000000000020001");
        web.get()
                .uri("/api/v1/templates")
                .header("Authorization", TestTokens.bearer("officer", "DVVNL", "DVVNL"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private ResponseSpec preview(String template, String language, Map<String, String> values, String token) {
        return web.post()
                .uri("/api/v1/templates/{template}/{language}/preview", template, language)
                .header("Authorization", token)
                .bodyValue(Map.of("values", values))
                .exchange();
    }
}
