package in.sampark.simulator.sms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.simulator.SimulatorTest;
import in.sampark.simulator.sms.receipt.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SimulatorTest
class GatewayTest {

    private static final Receiver RECEIVER = receiver();
    private static final String HINDI = "खाता 7010000007 का शेष Rs 91.42 है <b>& चालू</b>";

    @Autowired
    private WebTestClient http;

    @DynamicPropertySource
    static void receipts(DynamicPropertyRegistry settings) {
        settings.add("simulator.sms.receipts.url", RECEIVER::url);
        settings.add("simulator.sms.receipts.secret", () -> "a-secret");
    }

    @Test
    void acceptedMessageIsInTheInboxAndItsReceiptIsPosted() {
        String id = accepted("+919897010001", HINDI, "accepted-1");

        JsonNode found = inbox("reference", "accepted-1").get(0);
        assertThat(found.get("id").asString()).isEqualTo(id);
        assertThat(found.get("to").asString()).isEqualTo("+919897010001");
        assertThat(found.get("text").asString()).isEqualTo(HINDI);
        assertThat(found.get("header").asString()).isEqualTo("DVVNLT");
        assertThat(found.get("templateId").asString()).isEqualTo("1107161234567890123");
        assertThat(Instant.parse(found.get("receivedAt").asString())).isBefore(Instant.now());
        assertThat(found.get("storyTime").asString()).startsWith("2019-04-30T");
        await().untilAsserted(() -> assertThat(RECEIVER.posts())
                .filteredOn(post -> "a-secret".equals(post.secret()))
                .flatExtracting(Receiver.Post::references)
                .contains("accepted-1"));
        assertThat(inbox("reference", "accepted-1").get(0).get("status").asString())
                .isEqualTo("DELIVRD");
    }

    @Test
    void inboxIsFilteredByPhoneAndTime() {
        accepted("+919897010002", "first", "filtered-1");
        accepted("+919897010002", "second", "filtered-2");

        assertThat(texts(inbox("to", "+919897010002"))).containsExactly("second", "first");
        assertThat(texts(inbox("to", "9897010002"))).containsExactly("second", "first");
        assertThat(texts(inbox("after", Instant.now().plusSeconds(60).toString())))
                .isEmpty();
        assertThat(texts(inbox("after", Instant.now().minusSeconds(60).toString())))
                .contains("first");
    }

    @Test
    void unknownKeyIsTurnedAway() {
        post("another-key", Map.of())
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(101);
        post("", "not json").expectStatus().isUnauthorized();
    }

    @Test
    void wrongMessageIsRefusedWithCodeAndReason() {
        submit("9897010001", "text", "refused-1")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .json("""
                {"code": 201, "message": "to: invalid (expected: +91 and ten digits, the first 6 to 9)"}""");
        submit("+919897010001", "", "refused-2")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(202);
        for (String body : List.of("not json", "[]", "null", "")) {
            post("a-key", body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(200);
        }
        assertThat(texts(inbox("reference", "refused-1"))).isEmpty();
    }

    @Test
    void jsonIsUnderstoodHoweverItIsCalled() {
        for (String type : List.of("application/json;charset=UTF-8", "application/vnd.discom+json")) {
            post("a-key", MediaType.valueOf(type), "{}")
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(201);
        }
    }

    @Test
    void whatCanBeNoMessageIsTurnedAway() {
        http.get()
                .uri("/sms/messages")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED)
                .expectHeader()
                .valueEquals("Allow", "POST");
        post("a-key", MediaType.TEXT_PLAIN, "{}").expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        post("a-key", "x".repeat(300_000)).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void pageShowsEachPhoneWithItsMessagesEscaped() {
        accepted("+919897010003", HINDI, "page-1");

        String page = html("/inbox?phone=10003");
        assertThat(page)
                .contains("+91 98970 10003", "lang=\"hi\"", "DVVNLT", "30 Apr 2019, 12:0", "1107161234567890123")
                .contains("&lt;b&gt;&amp; चालू&lt;/b&gt;")
                .doesNotContain("<b>& चालू</b>");
        assertThat(html("/inbox?phone=99999")).contains("No phone with these digits");
    }

    @Test
    void cardsAreSentAgainOnlyAfterAChange() {
        accepted("+919897010004", "first", "cards-1");
        await().untilAsserted(() -> assertThat(
                        inbox("reference", "cards-1").get(0).get("status").asString())
                .isEqualTo("DELIVRD"));
        String version = Objects.requireNonNull(http.get()
                .uri("/inbox/cards")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());

        cardsUnless(version).expectStatus().isNotModified();
        accepted("+919897010004", "second", "cards-2");
        cardsUnless(version).expectStatus().isOk();
    }

    private ResponseSpec cardsUnless(String version) {
        return http.get().uri("/inbox/cards").ifNoneMatch(version).exchange();
    }

    private String html(String uri) {
        String body = http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    private static List<String> texts(JsonNode messages) {
        return messages.valueStream()
                .map(message -> message.get("text").asString())
                .toList();
    }

    private JsonNode inbox(String filter, String value) {
        byte[] body = http.get()
                .uri(uri -> uri.path("/inbox/messages")
                        .queryParam(filter, "{value}")
                        .build(value))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new JsonMapper().readTree(body);
    }

    private String accepted(String to, String text, String reference) {
        byte[] body = submit(to, text, reference)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new JsonMapper().readTree(body).get("id").asString();
    }

    private ResponseSpec submit(String to, String text, String reference) {
        return post(
                "a-key",
                Map.of(
                        "to",
                        to,
                        "text",
                        text,
                        "reference",
                        reference,
                        "header",
                        "DVVNLT",
                        "principalEntityId",
                        "1001234567890123456",
                        "templateId",
                        "1107161234567890123"));
    }

    private ResponseSpec post(String key, Object body) {
        return post(key, MediaType.APPLICATION_JSON, body);
    }

    private ResponseSpec post(String key, MediaType type, Object body) {
        return http.post()
                .uri("/sms/messages")
                .header("X-Api-Key", key)
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }

    private static Receiver receiver() {
        try {
            return new Receiver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
