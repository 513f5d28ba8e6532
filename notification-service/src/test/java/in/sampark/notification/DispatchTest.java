package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.Dispatch;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.UnreachableReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Handing over to a gateway that is not always well, and what its receipts lead to. */
class DispatchTest extends NotificationTest {

    @Test
    void aRedeliveredDispatchSendsNothing() {
        LowBalance crossed = told();
        Dispatch dispatch = topics.readAll(Topics.DISPATCH_ALERT).stream()
                .filter(one -> crossed.getEventId().equals(one.getCausationId()))
                .findFirst()
                .orElseThrow();
        topics.send(Topics.DISPATCH_ALERT, dispatch);
        LowBalance next = lowBalance(10, clock.instant());

        awaitSteps(next.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(GATEWAY.handedTo(number)).hasSize(2);
    }

    @Test
    void aDispatchThatIsNoMessageIsADeadLetter() {
        LowBalance crossed = told();
        Dispatch dispatch = topics.readAll(Topics.DISPATCH_ALERT).stream()
                .filter(one -> crossed.getEventId().equals(one.getCausationId()))
                .findFirst()
                .orElseThrow();
        topics.send(
                Topics.DISPATCH_ALERT,
                Dispatch.newBuilder(dispatch).setMessageId("7").build());

        await().untilAsserted(
                        () -> assertThat(topics.readAllBytes(Topics.DISPATCH_ALERT.deadLetters("notification-service")))
                                .hasSize(1));
    }

    @Test
    void aFailingGatewayIsTriedAgain() {
        GATEWAY.answers(number, Gateway.FAIL, Gateway.REFUSE_KEY);
        LowBalance crossed = due();

        awaitSteps(
                crossed.getEventId(),
                MessageStep.PLANNED,
                MessageStep.RETRYING,
                MessageStep.RETRYING,
                MessageStep.ACCEPTED);
        assertThat(statuses(crossed.getEventId()))
                .extracting(MessageStatus::getReason)
                .containsExactly(null, "HTTP_500", "HTTP_401", null);
        assertThat(handed(3))
                .extracting(Gateway.Sms::reference)
                .containsOnly(handed(3).getFirst().reference());
    }

    @Test
    void aMessageRefusedForGoodHasFailed() {
        GATEWAY.answers(number, Gateway.REFUSE);
        LowBalance crossed = due();

        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.FAILED);
        assertThat(GATEWAY.handedTo(number)).hasSize(1);
    }

    @Test
    void aMessageOfUnknownOutcomeIsTriedOnceMoreAndNoFurther() {
        GATEWAY.answers(number, Gateway.HANG, Gateway.HANG);
        LowBalance crossed = due();

        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.UNKNOWN, MessageStep.UNKNOWN);
        awaitSettled();
        assertThat(GATEWAY.handedTo(number)).hasSize(2);
        assertThat(state(crossed.getEventId())).isEqualTo("UNKNOWN");
    }

    @Test
    void aReceiptSettlesAMessageOfUnknownOutcome() {
        GATEWAY.answers(number, Gateway.HANG, Gateway.HANG);
        LowBalance crossed = due();
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.UNKNOWN, MessageStep.UNKNOWN);

        receipt(handed(2).getFirst().reference(), "DELIVRD").expectStatus().isNoContent();

        assertThat(state(crossed.getEventId())).isEqualTo("DELIVERED");
    }

    @Test
    void aReceiptThatOvertakesTheOutcomeIsTheLastWord() {
        var answered = new CountDownLatch(1);
        GATEWAY.answers(number, Gateway.takeAfter(answered));
        LowBalance crossed = due();
        String reference = handed().reference();

        receipt(reference, "DELIVRD").expectStatus().isNoContent();
        assertThat(state(crossed.getEventId())).isEqualTo("DELIVERED");
        answered.countDown();

        await().untilAsserted(() -> assertThat(
                        value("select provider_message_id from messages where event_id = $1", crossed.getEventId()))
                .isEqualTo("gw-" + reference));
        assertThat(state(crossed.getEventId())).isEqualTo("DELIVERED");
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.DELIVERED);
    }

    @Test
    void aReceiptThatSaysEverythingLeavesNothingToRecord() {
        var answered = new CountDownLatch(1);
        GATEWAY.answers(number, Gateway.takeAfter(answered));
        LowBalance crossed = due();
        String reference = handed().reference();
        receipts(SECRET, List.of(Map.of("id", "gw-" + reference, "reference", reference, "status", "DELIVRD")))
                .expectStatus()
                .isNoContent();
        Object written = value("select ctid::text from messages where event_id = $1", crossed.getEventId());

        answered.countDown();

        await().untilAsserted(() -> assertThat(value(
                        "select count(*) from claims where $1::uuid = any(message_ids)", UUID.fromString(reference)))
                .isEqualTo(0L));
        assertThat(value("select ctid::text from messages where event_id = $1", crossed.getEventId()))
                .isEqualTo(written);
        assertThat(value("select provider_message_id from messages where event_id = $1", crossed.getEventId()))
                .isEqualTo("gw-" + reference);
    }

    @Test
    void receiptsMoveForwardOnlyInAnyOrderAnyNumberOfTimes() {
        LowBalance crossed = told();
        String reference = handed().reference();
        receipt(reference, "UNDELIV").expectStatus().isNoContent();
        receipt(reference, "DELIVRD").expectStatus().isNoContent();
        receipt(reference, "DELIVRD").expectStatus().isNoContent();
        receipt(reference, "EXPIRED").expectStatus().isNoContent();

        awaitSteps(
                crossed.getEventId(),
                MessageStep.PLANNED,
                MessageStep.ACCEPTED,
                MessageStep.FAILED,
                MessageStep.DELIVERED);
    }

    @Test
    void receiptsOfStrangersChangeNothing() {
        LowBalance crossed = told();
        List<Map<String, String>> forged = List.of(Map.of("reference", handed().reference(), "status", "DELIVRD"));

        receipts("wrong", forged).expectStatus().isForbidden();
        web.post()
                .uri("/webhooks/sms/nobody/receipts")
                .bodyValue(forged)
                .exchange()
                .expectStatus()
                .isForbidden();
        receipt(UUID.randomUUID().toString(), "DELIVRD").expectStatus().isNoContent();
        receipt("no id of ours", "DELIVRD").expectStatus().isNoContent();
        receipt(handed().reference(), "ENROUTE").expectStatus().isNoContent();

        assertThat(state(crossed.getEventId())).isEqualTo("ACCEPTED");
    }

    @Test
    void aMessageWhoseDispatcherDiedIsTriedOnceMore() {
        LowBalance crossed = told();
        diedBeforeOutcome(crossed.getEventId());

        awaitSteps(
                crossed.getEventId(),
                MessageStep.PLANNED,
                MessageStep.ACCEPTED,
                MessageStep.UNKNOWN,
                MessageStep.ACCEPTED);
        assertThat(handed(2))
                .extracting(Gateway.Sms::reference)
                .containsOnly(handed(2).getFirst().reference());
    }

    @Test
    void aCodeOfUnknownOutcomeIsOpenedAgain() {
        GATEWAY.answers(number, Gateway.HANG);
        OtpRequested requested = otp("424242", clock.instant().plusSeconds(600));

        awaitSteps(requested.getEventId(), MessageStep.PLANNED, MessageStep.UNKNOWN, MessageStep.ACCEPTED);
        assertThat(handed(2)).extracting(Gateway.Sms::text).allMatch(text -> text.startsWith("424242"));
    }

    @Test
    void aNumberDoubtedSinceTheFirstAttemptIsNotTriedAgainUntilItIsProvenAgain() {
        var doubted = new CountDownLatch(1);
        GATEWAY.answers(number, Gateway.failAfter(doubted));
        LowBalance crossed = due();
        handed(1);
        contact(ContactStanding.DOUBTED, 2, "en");
        doubted.countDown();

        assertThat(unreachable(crossed.getEventId()).getReason()).isEqualTo(UnreachableReason.NUMBER_DOUBTED);
        assertThat(GATEWAY.handedTo(number)).hasSize(1);

        contact(ContactStanding.VERIFIED, 3, "en");

        handed(2);
    }

    @Test
    void aGatewaySlowerThanABatchMayLastLosesNothingAndRepeatsNothing() {
        int people = 20;
        int first = 5000;
        IntStream.range(first, first + people).forEach(one -> {
            contact(connection(one), number(one), ContactStanding.VERIFIED, 1, "en");
            GATEWAY.answers(number(one), Gateway.DAWDLE, Gateway.DAWDLE);
        });
        IntStream.range(first, first + people)
                .forEach(one -> topics.send(
                        Topics.LOW_BALANCE,
                        LowBalance.newBuilder(lowBalanceOf(connection(one))).build()));

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(IntStream.range(first, first + people)
                                .mapToObj(one -> GATEWAY.handedTo(number(one)).size()))
                        .containsOnly(1));
        awaitSettled();
        assertThat(IntStream.range(first, first + people)
                        .mapToObj(one -> GATEWAY.handedTo(number(one)).size()))
                .containsOnly(1);
    }

    @Test
    void thereIsNothingForTheStoryClockToStopAt() {
        web.get()
                .uri("/internal/later")
                .header("Authorization", OPS)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"nextDue\":null}");
    }

    private LowBalance due() {
        contact(ContactStanding.VERIFIED, 1, "en");
        return lowBalance(30, clock.instant());
    }

    private LowBalance told() {
        LowBalance crossed = due();
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        return crossed;
    }

    private LowBalance lowBalanceOf(String connectionId) {
        return LowBalance.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(clock.instant())
                .setDiscom("DVVNL")
                .setConnectionId(connectionId)
                .setRungUnit(in.sampark.contract.meter.RungUnit.PERCENT_OF_LAST_RECHARGE)
                .setRungValue(30)
                .setAvailablePaise(100)
                .build();
    }

    /** Leaves the message as a dispatcher does that dies between claim and outcome. */
    private void diedBeforeOutcome(String eventId) {
        database.sql("""
                        with claimed as (
                          update messages set state = 'SENDING', claim = gen_random_uuid()
                          where event_id = $1 returning message_id, claim)
                        insert into claims (token, lane, message_ids, claimed_at)
                        select claim, 'ALERT', array[message_id], now() - interval '1 hour' from claimed
                        """).bind("$1", eventId).then().block();
    }
}
