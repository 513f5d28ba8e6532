package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.meter.RungUnit;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.Unreachable;
import in.sampark.platform.crypto.Sealer;
import in.sampark.platform.test.IntegrationTest;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The running service between real topics, a real database and a gateway over HTTP; every test has consumers of its own. */
@IntegrationTest
@ActiveProfiles("local")
@TestPropertySource(
        properties = {
            "SAMPARK_SMS_GATEWAYS=classpath:gateways/simulator.yml,classpath:gateways/msdg.yml,classpath:gateways/msg91.yml,"
                    + "classpath:gateways/gupshup.yml",
            "SAMPARK_MSDG_USERNAME=dvvnl",
            "SAMPARK_MSDG_PASSWORD=p",
            "SAMPARK_MSDG_SECURE_KEY=k",
            "SAMPARK_MSG91_AUTHKEY=k",
            "sampark.providers.msg91.http.json={\"to\": \"{msisdn}\", \"text\": \"{text}\"}", // without its ids for all
            // the templates
            "SAMPARK_GUPSHUP_USERID=2000",
            "SAMPARK_GUPSHUP_PASSWORD=p",
            "SAMPARK_MSDG_RECEIPT_SECRET=" + NotificationTest.SECRET,
            "SAMPARK_MSG91_RECEIPT_SECRET=" + NotificationTest.SECRET,
            "SAMPARK_GUPSHUP_RECEIPT_SECRET=" + NotificationTest.SECRET
        })
abstract class NotificationTest {

    static final Gateway GATEWAY = new Gateway();
    static final String OPS = TestTokens.bearer("ops", "DVVNL", "DVVNL");
    static final String SECRET = "receipt-secret";

    private static final AtomicInteger CONSUMERS = new AtomicInteger();

    @Autowired
    TestTopics topics;

    @Autowired
    Sealer sealer;

    @Autowired
    DatabaseClient database;

    @Autowired
    WebTestClient web;

    @Autowired
    Clock clock;

    final int consumer = CONSUMERS.incrementAndGet();
    final String connection = connection(consumer);
    final String number = number(consumer);

    @DynamicPropertySource
    static void impatience(DynamicPropertyRegistry registry) {
        Map.of(
                        "SAMPARK_SMS_URL", GATEWAY.url(),
                        "SAMPARK_SMS_API_KEY", "key",
                        "SAMPARK_SMS_WEBHOOK_SECRET", SECRET,
                        "SAMPARK_SMS_CONNECT_TIMEOUT", "900ms",
                        "SAMPARK_SMS_RESPONSE_TIMEOUT", "700ms",
                        "SAMPARK_SEND_TIMEOUT", "2s",
                        "SAMPARK_RECORD_FOR", "2s",
                        "SAMPARK_RETRY_REFUSED", "200ms",
                        "SAMPARK_RETRY_THROTTLED", "200ms",
                        "SAMPARK_LATER_PAUSE", "100ms")
                .forEach((name, value) -> registry.add(name, () -> value));
        Map.of(
                        "SAMPARK_BALANCE_HOURS", "00:00-00:00",
                        "SAMPARK_URGENT_RECEIPT_WITHIN", "300ms",
                        "SAMPARK_ALERT_RECEIPT_WITHIN", "300ms",
                        "SAMPARK_URGENT_SEND_FOR", "1s",
                        "SAMPARK_ALERT_SEND_FOR", "1s",
                        "SAMPARK_ALERT_CONCURRENCY", "4")
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    static String connection(int consumer) {
        return "DVVNL:" + (7_010_000_000L + consumer);
    }

    static String number(int consumer) {
        return "+91989701" + String.format("%04d", consumer);
    }

    // --- what happens

    void contact(ContactStanding standing, long version, String language) {
        contact(connection, number, standing, version, language, List.of());
    }

    void contact(ContactStanding standing, long version, String language, List<String> switchedOff) {
        contact(connection, number, standing, version, language, switchedOff);
    }

    void contact(String connectionId, String mobile, ContactStanding standing, long version, String language) {
        contact(connectionId, mobile, standing, version, language, List.of());
    }

    private void contact(
            String connectionId,
            String mobile,
            ContactStanding standing,
            long version,
            String language,
            List<String> switchedOff) {
        topics.send(
                Topics.CONTACTS,
                Contact.newBuilder()
                        .setEventId("contact " + connectionId + " " + version)
                        .setOccurredAt(clock.instant())
                        .setDiscom("DVVNL")
                        .setConnectionId(connectionId)
                        .setVersion(version)
                        .setStanding(standing)
                        .setSealedNumber(sealed(mobile, connectionId))
                        .setLanguage(language)
                        .setSwitchedOff(switchedOff)
                        .build());
        await().untilAsserted(
                        () -> assertThat(value("select version from contacts where connection_id = $1", connectionId))
                                .isEqualTo(version));
    }

    /** A verified contact who agreed to this and nothing else. */
    void agreeing(long version, List<String> consents) {
        topics.send(
                Topics.CONTACTS,
                Contact.newBuilder()
                        .setEventId("contact " + connection + " " + version)
                        .setOccurredAt(clock.instant())
                        .setDiscom("DVVNL")
                        .setConnectionId(connection)
                        .setVersion(version)
                        .setStanding(ContactStanding.VERIFIED)
                        .setSealedNumber(sealed(number, connection))
                        .setLanguage("en")
                        .setConsents(consents)
                        .build());
        await().untilAsserted(
                        () -> assertThat(value("select version from contacts where connection_id = $1", connection))
                                .isEqualTo(version));
    }

    LowBalance lowBalance(long rung, Instant at) {
        LowBalance crossed = LowBalance.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setRungUnit(RungUnit.PERCENT_OF_LAST_RECHARGE)
                .setRungValue(rung)
                .setAvailablePaise(29393)
                .build();
        topics.send(Topics.LOW_BALANCE, crossed);
        return crossed;
    }

    RechargeCredited recharge(Instant at) {
        RechargeCredited credited = RechargeCredited.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setGatewayTransactionId(UUID.randomUUID().toString())
                .setAmountPaise(100_000)
                .setArrearsPaise(0)
                .setAvailablePaise(1_23_456_50)
                .build();
        topics.send(Topics.RECHARGE_CREDITED, credited);
        return credited;
    }

    OtpRequested otp(String code, Instant expiresAt) {
        String challenge = UUID.randomUUID().toString();
        OtpRequested requested = OtpRequested.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(clock.instant())
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setChallengeId(challenge)
                .setSealedNumber(sealed(number, challenge))
                .setSealedCode(sealed(code, challenge))
                .setLanguage("en")
                .setExpiresAt(expiresAt)
                .build();
        topics.send(Topics.OTP_REQUESTED, requested);
        return requested;
    }

    ByteBuffer sealed(String plain, String context) {
        return ByteBuffer.wrap(sealer.seal(plain, context));
    }

    WebTestClient.ResponseSpec receipt(String reference, String status) {
        return receipts(SECRET, List.of(Map.of("id", "gw-1", "reference", reference, "status", status)));
    }

    WebTestClient.ResponseSpec receipts(String secret, List<Map<String, String>> entries) {
        return web.post()
                .uri("/webhooks/sms/simulator/receipts")
                .header("X-Webhook-Secret", secret)
                .bodyValue(entries)
                .exchange();
    }

    // --- what comes of it

    /** The one text the number was handed, when it has come. */
    Gateway.Sms handed() {
        return handed(1).getFirst();
    }

    List<Gateway.Sms> handed(int messages) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(GATEWAY.handedTo(number)).hasSize(messages));
        return GATEWAY.handedTo(number);
    }

    /** Awaits the steps of the one message about the event, PLANNED first. */
    void awaitSteps(String eventId, MessageStep... steps) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(statuses(eventId))
                        .as(() -> "life " + value("select life::text from messages where event_id = $1", eventId))
                        .extracting(MessageStatus::getStep)
                        .containsExactly(steps));
    }

    /** Awaits that nothing is due, under way or on its way out. */
    void awaitSettled() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> web.get()
                        .uri("/internal/settled")
                        .header("Authorization", OPS)
                        .exchange()
                        .expectBody()
                        .jsonPath("$.settled")
                        .isEqualTo(true));
    }

    List<MessageStatus> statuses(String eventId) {
        return topics.readAll(Topics.MESSAGE_STATUS).stream()
                .filter(status -> eventId.equals(status.getCausationId()))
                .toList();
    }

    Unreachable unreachable(String eventId) {
        return await().until(
                        () -> topics.readAll(Topics.UNREACHABLE).stream()
                                .filter(one -> eventId.equals(one.getCausationId()))
                                .findFirst()
                                .orElse(null),
                        one -> one != null);
    }

    /** The state of the one message about the event. */
    @Nullable
    String state(String eventId) {
        return (String) value("select state from messages where event_id = $1", eventId);
    }

    @Nullable
    Object value(String sql, Object parameter) {
        return database.sql(sql)
                .bind("$1", parameter)
                .map(row -> java.util.Optional.ofNullable(row.get(0)))
                .one()
                .blockOptional()
                .flatMap(found -> found)
                .orElse(null);
    }
}
