package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.DoubtReason;
import in.sampark.contract.notification.InboundKind;
import in.sampark.contract.notification.InboundMessage;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What consumers answer to their messages. */
@ConsumerTest
class InboundTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static int tests;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTopics topics;

    private Row row = Row.of("6300000000");
    private String mobile = "";
    private String other = "";

    @BeforeEach
    void proveTwoNumbers() {
        tests++;
        row = Row.of("63000000" + tests / 10 + tests % 10);
        mobile = "98113300" + tests / 10 + tests % 10;
        other = "98113311" + tests / 10 + tests % 10;
        api.imported(Row.file(row));
        prove(mobile, false);
        prove(other, true);
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void theNumberThatSaysTheConnectionIsNotTheirsIsDoubtedAndNoOther() {
        topics.send(Topics.INBOUND, notMine(other, clock.instant()));

        await().atMost(SOON)
                .untilAsserted(() -> api.get(contactPath(), "officer", MATHURA)
                        .expectBody()
                        .jsonPath("$.standing")
                        .isEqualTo("VERIFIED")
                        .jsonPath("$.numbers[1].doubtReason")
                        .isEqualTo("NOT_MINE"));
        assertThat(api.number(contact())).isEqualTo("+91" + mobile);
        noted("NUMBER_DOUBTED", "reason: NOT_MINE");

        topics.send(Topics.INBOUND, notMine(mobile, clock.instant()));

        Contact doubted = api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.DOUBTED);
        assertThat(doubted.getDoubtReason()).isEqualTo(DoubtReason.NOT_MINE);
    }

    @Test
    void whatWasSaidBeforeANumberWasProvenCastsNoDoubt() {
        Instant before = clock.instant().minus(Duration.ofMinutes(2));

        topics.send(Topics.INBOUND, notMine(mobile, before));
        topics.send(Topics.INBOUND, notMine("9811330099", clock.instant()));
        topics.send(Topics.INBOUND, language("en"));

        assertThat(api.contact(row.connectionId(), known -> known.getLanguage().equals("en"))
                        .getStanding())
                .isEqualTo(ContactStanding.VERIFIED);
    }

    @Test
    void whoStopsAChannelTakesTheirConsentsBack() {
        consent("SMS", "SERVICE");
        consent("SMS", "PROMOTION");
        consent("SMS", "BALANCE_DAILY");
        consent("WHATSAPP", "SERVICE");
        clock.advance(Duration.ofMinutes(1));

        topics.send(Topics.INBOUND, stop("SMS", clock.instant()));

        api.contact(row.connectionId(), known -> known.getConsents().equals(List.of("WHATSAPP/SERVICE")));
        api.get("connections/" + row.connectionId() + "/consents", "officer", MATHURA)
                .expectBody()
                .jsonPath("$[?(@.source == 'MESSAGE' && @.given == false && @.channel == 'SMS')]")
                .value(Matchers.hasSize(4))
                .jsonPath("$[0].notedBy")
                .isEqualTo("consumer-service.inbound")
                .jsonPath("$[0].wordingVersion")
                .isEqualTo("STOP");
        noted("CONSENT_NOTED", "SMS/PROMOTION withdrawn");
    }

    @Test
    void aConsentGivenAfterTheStopHolds() {
        Instant earlier = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        consent("SMS", "SERVICE");

        topics.send(Topics.INBOUND, stop("SMS", earlier));
        topics.send(Topics.INBOUND, language("en"));

        assertThat(api.contact(row.connectionId(), known -> known.getLanguage().equals("en"))
                        .getConsents())
                .containsExactly("SMS/SERVICE");
        api.get("connections/" + row.connectionId() + "/consents", "officer", MATHURA)
                .expectBody()
                .jsonPath("$[0].given")
                .isEqualTo(true)
                .jsonPath("$[1].source")
                .isEqualTo("MESSAGE");
    }

    @Test
    void theLanguageChosenIsNotOverruledByTheMasterNorByARepetition() {
        InboundMessage english = language("en");
        topics.send(Topics.INBOUND, english);
        api.contact(row.connectionId(), known -> known.getLanguage().equals("en"));
        api.imported(Row.file(row.load("3")));
        assertThat(contact().getLanguage()).isEqualTo("en");
        topics.send(Topics.INBOUND, language("hi"));
        api.contact(row.connectionId(), known -> known.getLanguage().equals("hi"));
        consent("SMS", "SERVICE");
        clock.advance(Duration.ofMinutes(1));

        topics.send(Topics.INBOUND, english);
        topics.send(Topics.INBOUND, stop("SMS", clock.instant()));

        assertThat(api.contact(row.connectionId(), known -> known.getConsents().isEmpty())
                        .getLanguage())
                .isEqualTo("hi");
        noted("PREFERENCES_CHANGED", "language");
    }

    @Test
    void whatCannotBeFollowedIsADeadLetterAndTheRestIsDone() {
        topics.sendBytes(Topics.INBOUND.name(), row.connectionId(), "STOP".getBytes(StandardCharsets.UTF_8));
        topics.send(
                Topics.INBOUND, said(InboundKind.STOP).setConnectionId("nobody").build());
        topics.send(
                Topics.INBOUND,
                said(InboundKind.STOP).setConnectionId("DVVNL:6399999999").build());
        topics.send(Topics.INBOUND, stop("FAX", clock.instant()));
        topics.send(Topics.INBOUND, language("fr"));
        topics.send(Topics.INBOUND, said(InboundKind.LANGUAGE).build());
        topics.send(
                Topics.INBOUND, said(InboundKind.KEYWORD).setKeyword("BALANCE").build());
        topics.send(Topics.INBOUND, language("en"));

        api.contact(row.connectionId(), known -> known.getLanguage().equals("en"));
        for (String reason : new String[] {
            "connectionId: nobody (expected: <discom>:<account number>)",
            "connectionId: DVVNL:6399999999 (expected: a connection on record)",
            "channel: FAX (expected: [SMS, WHATSAPP])",
            "language: fr (expected: hi or en)",
            "language: null (expected: hi or en)"
        }) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(topics.readAllBytes(Topics.INBOUND.deadLetters("consumer-service")))
                            .extracting(letter -> new String(
                                    letter.headers()
                                            .lastHeader("sampark-reason")
                                            .value(),
                                    StandardCharsets.UTF_8))
                            .contains(reason)
                            .noneMatch(given -> given.contains("KEYWORD")));
        }
    }

    private void prove(String number, boolean further) {
        Challenge challenge = ConsumerApi.body(
                api.post(
                        "/api/v1/connections/" + row.connectionId() + "/otp-challenges",
                        Map.of("mobile", number, "further", further),
                        "officer",
                        MATHURA),
                Challenge.class);
        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();
    }

    private void consent(String channel, String purpose) {
        api.post(
                        "/api/v1/connections/" + row.connectionId() + "/consents",
                        Map.of(
                                "channel",
                                channel,
                                "purpose",
                                purpose,
                                "given",
                                true,
                                "source",
                                "CAMP",
                                "wordingVersion",
                                "v1"),
                        "officer",
                        MATHURA)
                .expectStatus()
                .isOk();
    }

    private void noted(String action, String detail) {
        api.get("audit?connection=" + row.connectionId(), "supervisor", MATHURA)
                .expectBody()
                .jsonPath("$.entries[?(@.action == '%s' && @.detail == '%s' && @.role == 'service'"
                                .formatted(action, detail)
                        + " && @.subject == 'consumer-service.inbound')]")
                .isNotEmpty();
    }

    private Contact contact() {
        return api.contact(row.connectionId(), known -> true);
    }

    private String contactPath() {
        return "connections/" + row.connectionId() + "/contact";
    }

    private InboundMessage notMine(String number, Instant at) {
        return said(InboundKind.NOT_MINE)
                .setMaskedNumber("+91******" + number.substring(6))
                .setOccurredAt(at)
                .build();
    }

    private InboundMessage stop(String channel, Instant at) {
        return said(InboundKind.STOP).setChannel(channel).setOccurredAt(at).build();
    }

    private InboundMessage language(String code) {
        return said(InboundKind.LANGUAGE).setLanguage(code).build();
    }

    private InboundMessage.Builder said(InboundKind kind) {
        return InboundMessage.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(clock.instant())
                .setDiscom("DVVNL")
                .setConnectionId(row.connectionId())
                .setMaskedNumber("+91******" + mobile.substring(6))
                .setChannel("SMS")
                .setSaid(kind);
    }
}
