package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.MessageStep;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.receipt.TakeReceipts;
import in.sampark.notification.receipt.domain.HandedOver;
import in.sampark.notification.receipt.domain.Receipt;
import in.sampark.platform.leader.LeaderLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Receipts in the shapes of all gateways that are shipped: forged, repeated, in any order, of anything. */
class ReceiptShapesTest extends NotificationTest {

    /** A gateway's shape, with its words. */
    enum Shape {
        SIMULATOR("DELIVRD", "UNDELIV"),
        MSDG("DELIVRD", "UNDELIV"),
        MSG91("1", "2"),
        GUPSHUP("SUCCESS", "FAIL");

        private final String delivered;
        private final String failed;

        Shape(String delivered, String failed) {
            this.delivered = delivered;
            this.failed = failed;
        }

        String gateway() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A receipt by what names the message: our reference, or the gateway's id. */
    private record Told(String message, String word) {}

    @Autowired
    TakeReceipts takeReceipts;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    MeterRegistry meters;

    @Autowired
    @Qualifier("providerMessagesForgotten")
    LeaderLoop forgetting;

    private long version;
    private String event = "";

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aReceiptMovesItsMessageOnceHoweverOftenItComes(Shape shape) {
        LowBalance crossed = accepted();
        String name = handedOver(shape);
        double noNews = counted(shape, "no news");

        told(shape, SECRET, new Told(name, shape.failed)).expectStatus().isNoContent();
        assertThat(state(crossed.getEventId())).isEqualTo("FAILED");
        told(shape, SECRET, new Told(name, shape.delivered)).expectStatus().isNoContent();
        told(shape, SECRET, new Told(name, shape.delivered)).expectStatus().isNoContent();
        told(shape, SECRET, new Told(name, shape.failed)).expectStatus().isNoContent();

        awaitSteps(
                crossed.getEventId(),
                MessageStep.PLANNED,
                MessageStep.ACCEPTED,
                MessageStep.FAILED,
                MessageStep.DELIVERED);
        assertThat(counted(shape, "no news") - noNews).isEqualTo(2);
    }

    @Test
    void onlyWhoCarriesAMessageSaysThatItFailed() {
        LowBalance crossed = accepted();
        var failed = List.of(new Receipt<>(messageId(), MessageState.FAILED, "UNDELIV", null));

        assertThat(takeReceipts.take("another", failed).block()).isZero();
        assertThat(state(crossed.getEventId())).isEqualTo("ACCEPTED");
        assertThat(takeReceipts.take("simulator", failed).block()).isOne();
        assertThat(state(crossed.getEventId())).isEqualTo("FAILED");
    }

    /** The gateway asked before did not answer: what another calls the message is not what that one does. */
    @Test
    void aGatewaysIdStandsBesideItsOwnNameAlone() {
        LowBalance crossed = accepted();
        database.sql("update messages set state = 'UNKNOWN', provider_message_id = null where event_id = $1")
                .bind("$1", event)
                .then()
                .block();

        assertThat(takeReceipts
                        .take(
                                "another",
                                List.of(new Receipt<>(messageId(), MessageState.DELIVERED, "DELIVRD", "by-another")))
                        .block())
                .isOne();

        assertThat(state(crossed.getEventId())).isEqualTo("DELIVERED");
        assertThat(value("select concat(provider, ' ', provider_message_id) from messages where event_id = $1", event))
                .isEqualTo("simulator ");
    }

    @Test
    void whatWasSaidTooEarlyIsBelievedOfEachGatewayOfABatch() {
        accepted();
        UUID byMsdg = messageId();
        LowBalance crossed = accepted();
        String id = UUID.randomUUID().toString();
        told(Shape.GUPSHUP, SECRET, new Told(id, Shape.GUPSHUP.failed))
                .expectStatus()
                .isNoContent();
        var handedOver = List.of(
                new HandedOver(byMsdg, "msdg", UUID.randomUUID().toString()),
                new HandedOver(messageId(), "gupshup", id));

        takeReceipts
                .around(handedOver, nowOf("gupshup"))
                .as(transaction::transactional)
                .block();

        assertThat(state(crossed.getEventId())).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aForgedReceiptIsRefusedAndCountedAndChangesNothing(Shape shape) {
        LowBalance crossed = accepted();
        String name = handedOver(shape);
        double refused = counted(shape, "refused");

        told(shape, "wrong", new Told(name, shape.delivered)).expectStatus().isForbidden();
        told(shape, "", new Told(name, shape.delivered)).expectStatus().isForbidden();

        assertThat(counted(shape, "refused") - refused).isEqualTo(2);
        assertThat(state(crossed.getEventId())).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void whatSaysNothingOfAMessageOfOursChangesNothing(Shape shape) {
        LowBalance crossed = accepted();
        String name = handedOver(shape);
        double notUnderstood = counted(shape, "not understood");
        double noNews = counted(shape, "no news");

        told(shape, SECRET, new Told(name, "PONDERED")).expectStatus().isNoContent();
        told(shape, SECRET, new Told("a stranger's", shape.delivered))
                .expectStatus()
                .isNoContent();
        told(shape, SECRET, new Told(UUID.randomUUID().toString(), shape.delivered))
                .expectStatus()
                .isNoContent();

        assertThat(counted(shape, "not understood") - notUnderstood).isEqualTo(2);
        assertThat(counted(shape, "no news") - noNews).isOne();
        assertThat(state(crossed.getEventId())).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @EnumSource(value = Shape.class, names = "SIMULATOR", mode = EnumSource.Mode.EXCLUDE)
    void aReceiptThatComesBeforeTheAnswerWaitsForIt(Shape shape) {
        LowBalance crossed = accepted();
        String id = UUID.randomUUID().toString();

        told(shape, SECRET, new Told(id, shape.failed)).expectStatus().isNoContent();
        told(shape, SECRET, new Told(id, shape.delivered)).expectStatus().isNoContent();
        told(shape, SECRET, new Told(id, shape.failed)).expectStatus().isNoContent();
        assertThat(state(crossed.getEventId())).isEqualTo("ACCEPTED");
        answered(shape, id);

        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED, MessageStep.DELIVERED);
    }

    @Test
    void aBatchIsTakenForWhatIsUnderstoodOfIt() {
        LowBalance crossed = accepted();
        String id = handedOver(Shape.MSG91);

        form(
                        "msg91",
                        SECRET,
                        Map.of("data", "[7, {}, {\"requestId\": \"%s\", \"report\": [{\"status\": 1}]}]".formatted(id)))
                .expectStatus()
                .isNoContent();

        assertThat(state(crossed.getEventId())).isEqualTo("DELIVERED");
    }

    @Test
    void whyAMessageFailedIsAWordAndNeverANumber() {
        accepted();
        String id = handedOver(Shape.GUPSHUP);

        query(SECRET, Map.of("externalId", id, "status", "FAIL", "cause", "919897010001"))
                .expectStatus()
                .isNoContent();
        assertThat(reason()).isEqualTo("FAIL");

        accepted();
        String next = handedOver(Shape.GUPSHUP);
        query(SECRET, Map.of("externalId", next, "status", "FAIL", "cause", "UNKNOWN_SUBSCRIBER"))
                .expectStatus()
                .isNoContent();
        assertThat(reason()).isEqualTo("UNKNOWN_SUBSCRIBER");
    }

    @Test
    void whatIsNotWrittenAsAgreedIsSaidToBe() {
        double notUnderstood = counted(Shape.MSG91, "not understood");
        form("msg91", SECRET, Map.of("data", "[{"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("form: no JSON (expected: a JSON object, or an array of them)");
        form("msg91", SECRET, Map.of("date", "[]"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("form: without data (expected: a JSON object, or an array of them)");
        assertThat(counted(Shape.MSG91, "not understood") - notUnderstood).isEqualTo(2);

        for (String body : List.of("", "{")) {
            web.post()
                    .uri("/webhooks/sms/simulator/receipts")
                    .header("X-Webhook-Secret", SECRET)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void whatAGatewayCallsAMessageIsForgotten() {
        String id = UUID.randomUUID().toString();
        told(Shape.MSDG, SECRET, new Told(id, "DELIVRD")).expectStatus().isNoContent();
        assertThat(known(id)).isEqualTo(1L);
        database.sql("update provider_messages set noted_at = now() - interval '8 days' where provider_message_id = $1")
                .bind("$1", id)
                .then()
                .block();

        forgetting.wake();

        await().untilAsserted(() -> assertThat(known(id)).isEqualTo(0L));
    }

    private LowBalance accepted() {
        contact(ContactStanding.VERIFIED, ++version, "en");
        LowBalance crossed = lowBalance(30, clock.instant());
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        event = crossed.getEventId();
        return crossed;
    }

    /** What the gateway calls the message, or our reference if it repeats that. */
    private String handedOver(Shape shape) {
        if (shape == Shape.SIMULATOR) {
            return messageId().toString();
        }
        String id = UUID.randomUUID().toString();
        answered(shape, id);
        return id;
    }

    private Mono<Void> nowOf(String gateway) {
        return database.sql("update messages set provider = $1 where event_id = $2")
                .bind("$1", gateway)
                .bind("$2", event)
                .then();
    }

    /** The gateway's answer that it took the message. */
    private void answered(Shape shape, String id) {
        nowOf(shape.gateway()).block();
        takeReceipts
                .around(List.of(new HandedOver(messageId(), shape.gateway(), id)), Mono.empty())
                .as(transaction::transactional)
                .block();
    }

    private UUID messageId() {
        return (UUID) Objects.requireNonNull(value("select message_id from messages where event_id = $1", event));
    }

    private @Nullable Object reason() {
        return value("select reason from messages where event_id = $1", event);
    }

    private @Nullable Object known(String id) {
        return value("select count(*) from provider_messages where provider_message_id = $1", id);
    }

    private double counted(Shape shape, String result) {
        return meters.counter("sampark.receipts", "provider", shape.gateway(), "result", result)
                .count();
    }

    private WebTestClient.ResponseSpec told(Shape shape, String secret, Told told) {
        return switch (shape) {
            case SIMULATOR -> receipts(secret, List.of(Map.of("reference", told.message(), "status", told.word())));
            case MSDG -> form("msdg", secret, Map.of("msgid", told.message(), "status", told.word()));
            case MSG91 -> form("msg91", secret, Map.of("data", data(told)));
            case GUPSHUP -> query(secret, Map.of("externalId", told.message(), "status", told.word()));
        };
    }

    private static String data(Told told) {
        return JsonMapper.shared()
                .writeValueAsString(
                        List.of(Map.of("requestId", told.message(), "report", List.of(Map.of("status", told.word())))));
    }

    private WebTestClient.ResponseSpec form(String gateway, String secret, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        return web.post()
                .uri("/webhooks/sms/{gateway}/receipts?secret={secret}", gateway, secret)
                .body(BodyInserters.fromFormData(form))
                .exchange();
    }

    private WebTestClient.ResponseSpec query(String secret, Map<String, String> parameters) {
        return web.get()
                .uri(uri -> {
                    uri.path("/webhooks/sms/gupshup/receipts").queryParam("secret", secret);
                    parameters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
                    return uri.build(parameters);
                })
                .exchange();
    }
}
