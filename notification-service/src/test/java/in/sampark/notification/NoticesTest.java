package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.NumberChangeRequested;
import in.sampark.contract.consumer.OtpPurpose;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.UnreachableReason;
import in.sampark.platform.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an event to the right words at the proven number. */
class NoticesTest extends NotificationTest {

    private static final String HELPDESK = TestTokens.bearer("helpdesk", "DVVNL", "DVVNL");

    @Test
    void aVerifiedConsumerIsToldInTheirLanguage() {
        contact(ContactStanding.VERIFIED, 1, "hi");
        LowBalance crossed = lowBalance(30, clock.instant());

        assertThat(handed().text()).contains("₹293.93", "30%", "रिचार्ज");
        assertThat(handed().header()).isEqualTo("DVVNLT");
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        receipt(handed().reference(), "DELIVRD").expectStatus().isNoContent();
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED, MessageStep.DELIVERED);
        assertThat(statuses(crossed.getEventId())).allSatisfy(status -> {
            assertThat(status.getMaskedNumber()).isEqualTo("+91******" + number.substring(9));
            assertThat(status.getConnectionIds()).containsExactly(connection);
        });
    }

    @Test
    void aRechargeIsConfirmedWithTheNewBalance() {
        contact(ContactStanding.VERIFIED, 1, "en");
        recharge(clock.instant());

        assertThat(handed().text()).contains("Rs 1,000.00", "Available balance: Rs 1,23,456.50");
    }

    @Test
    void theNumberOnRecordIsToldThatAnotherIsToReplaceIt() {
        contact(ContactStanding.VERIFIED, 1, "en");
        topics.send(
                Topics.NUMBER_CHANGES,
                NumberChangeRequested.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setOccurredAt(clock.instant())
                        .setDiscom("DVVNL")
                        .setConnectionId(connection)
                        .setChangeId("change")
                        .setNewNumberEnding("4321")
                        .setRefuseBefore(clock.instant().plus(Duration.ofHours(24)))
                        .build());

        assertThat(handed().text())
                .contains(connection.substring(connection.length() - 4), "one ending 4321", "call 1912");
    }

    @Test
    void whatTheConsumerSwitchedOffIsNotTold() {
        contact(ContactStanding.VERIFIED, 1, "en", List.of("BALANCE"));
        LowBalance crossed = lowBalance(30, clock.instant());
        recharge(clock.instant().minusSeconds(60));

        assertThat(handed().text()).contains("Rs 1,000.00");
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
    }

    @Test
    void theLastRungSaysThatNothingIsLeft() {
        contact(ContactStanding.VERIFIED, 1, "en");
        lowBalance(0, clock.instant());

        assertThat(handed().text()).contains("is exhausted");
    }

    @Test
    void theSameEventTwiceIsToldOnce() {
        contact(ContactStanding.VERIFIED, 1, "en");
        LowBalance crossed = lowBalance(30, clock.instant());
        topics.send(Topics.LOW_BALANCE, crossed);
        recharge(clock.instant().minusSeconds(60));

        handed(2);
        assertThat(statuses(crossed.getEventId()))
                .filteredOn(one -> one.getStep() == MessageStep.PLANNED)
                .hasSize(1);
    }

    @Test
    void anUnverifiedConsumerIsToldOnceTheyAreVerified() {
        contact(ContactStanding.CLAIMED, 1, "en");
        LowBalance crossed = lowBalance(10, clock.instant());

        assertThat(unreachable(crossed.getEventId()).getReason()).isEqualTo(UnreachableReason.NUMBER_NOT_VERIFIED);
        assertThat(state(crossed.getEventId())).isEqualTo("UNREACHABLE");
        assertThat(GATEWAY.handedTo(number)).isEmpty();

        contact(ContactStanding.VERIFIED, 2, "en");

        assertThat(handed().text()).contains("10%");
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
    }

    @Test
    void anEventThatComesBeforeItsContactIsToldWhenTheContactComes() {
        LowBalance crossed = lowBalance(10, clock.instant());
        assertThat(unreachable(crossed.getEventId()).getReason()).isEqualTo(UnreachableReason.NO_CONTACT);

        contact(ContactStanding.VERIFIED, 1, "en");

        handed();
    }

    @Test
    void whatNoLongerMattersIsNotToldToTheNewlyVerified() {
        LowBalance old = lowBalance(30, clock.instant().minus(Duration.ofHours(25)));
        LowBalance recent = lowBalance(10, clock.instant());
        unreachable(old.getEventId());
        unreachable(recent.getEventId());

        contact(ContactStanding.VERIFIED, 1, "en");

        assertThat(handed().text()).contains("10%");
        assertThat(state(old.getEventId())).isEqualTo("UNREACHABLE");
    }

    @Test
    void anErasedContactStaysErasedOnReplay() {
        contact(ContactStanding.VERIFIED, 3, "en");
        topics.sendTombstone(Topics.CONTACTS, connection);
        await().untilAsserted(
                        () -> assertThat(value("select removed from contacts where connection_id = $1", connection))
                                .isEqualTo(true));
        contact(ContactStanding.VERIFIED, 3, "en");
        LowBalance crossed = lowBalance(30, clock.instant());

        assertThat(unreachable(crossed.getEventId()).getReason()).isEqualTo(UnreachableReason.NO_CONTACT);
        assertThat(value("select number_encrypted from contacts where connection_id = $1", connection))
                .isNull();
    }

    @Test
    void aLowerVersionIsIgnored() {
        contact(ContactStanding.VERIFIED, 5, "en");
        topics.send(
                Topics.CONTACTS,
                topics.readAll(Topics.CONTACTS).stream()
                        .filter(one -> one.getConnectionId().equals(connection))
                        .findFirst()
                        .map(one -> in.sampark.contract.consumer.Contact.newBuilder(one)
                                .setVersion(4)
                                .setStanding(ContactStanding.DOUBTED)
                                .build())
                        .orElseThrow());
        lowBalance(30, clock.instant());

        handed();
        assertThat(value("select standing from contacts where connection_id = $1", connection))
                .isEqualTo("VERIFIED");
    }

    @Test
    void aLowBalanceOvertakenByARechargeIsNotTold() {
        contact(ContactStanding.CLAIMED, 1, "en");
        LowBalance crossed = lowBalance(30, clock.instant().minusSeconds(60));
        unreachable(crossed.getEventId());
        RechargeCredited credited = recharge(clock.instant());
        unreachable(credited.getEventId());

        contact(ContactStanding.VERIFIED, 2, "en");

        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.SUPPRESSED);
        assertThat(handed().text()).contains("recharge of Rs 1,000.00");
    }

    @Test
    void theCodeOfALoginSaysWhatItOpens() {
        OtpRequested login = OtpRequested.newBuilder(
                        otp("731945", clock.instant().plusSeconds(600)))
                .setEventId(UUID.randomUUID().toString())
                .setPurpose(OtpPurpose.LOGIN)
                .build();
        assertThat(handed().text()).startsWith("731945 is your OTP to confirm this mobile number");
        topics.send(Topics.OTP_REQUESTED, login);

        assertThat(handed(2).getLast().text()).startsWith("731945 is your OTP to see electricity account ending");
    }

    @Test
    void aCodeGoesToANumberNotYetProvenAndLeavesNoTrace() {
        OtpRequested requested = otp("731946", clock.instant().plusSeconds(600));

        assertThat(handed().text()).startsWith("731946 is your OTP").contains("ending " + connection.substring(12));
        awaitSteps(requested.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat((String) value(
                        "select row_to_json(m)::text from messages m where event_id = $1", requested.getEventId()))
                .doesNotContain("731946", number, number.substring(3))
                .contains("\"sealed_code\":null", "\"sealed_number\":null");
    }

    @Test
    void anExpiredCodeIsNotSent() {
        OtpRequested requested = otp("111111", clock.instant().minusSeconds(1));

        awaitSteps(requested.getEventId(), MessageStep.PLANNED, MessageStep.EXPIRED);
        assertThat(GATEWAY.handedTo(number)).isEmpty();
    }

    @Test
    void aCodeSealedForAnotherChallengeIsADeadLetter() {
        OtpRequested requested = otp("222222", clock.instant().plusSeconds(600));
        topics.send(
                Topics.OTP_REQUESTED,
                OtpRequested.newBuilder(requested)
                        .setEventId(UUID.randomUUID().toString())
                        .setChallengeId("another")
                        .build());

        await().untilAsserted(
                        () -> assertThat(topics.readAllBytes(Topics.OTP_REQUESTED.deadLetters("notification-service")))
                                .isNotEmpty());
        assertThat(handed().text()).contains("222222");
    }

    @Test
    void theHelpDeskSeesMessagesOfItsCompanyMasked() {
        contact(ContactStanding.VERIFIED, 1, "en");
        LowBalance crossed = lowBalance(30, clock.instant());
        awaitSteps(crossed.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);

        web.get()
                .uri("/api/v1/messages?connectionId=" + connection)
                .header("Authorization", HELPDESK)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.messages.length()")
                .isEqualTo(1)
                .jsonPath("$.messages[0].kind")
                .isEqualTo("LOW_BALANCE")
                .jsonPath("$.messages[0].state")
                .isEqualTo("ACCEPTED")
                .jsonPath("$.messages[0].maskedNumber")
                .isEqualTo("+91******" + number.substring(9))
                .jsonPath("$.messages[0].life[0].step")
                .isEqualTo("ACCEPTED")
                .jsonPath("$.cursor")
                .doesNotExist();
        web.get()
                .uri("/api/v1/messages?reference=" + handed().reference())
                .header("Authorization", HELPDESK)
                .exchange()
                .expectBody()
                .jsonPath("$.messages.length()")
                .isEqualTo(1);
        web.get()
                .uri("/api/v1/messages?connectionId=" + connection)
                .header("Authorization", TestTokens.bearer("helpdesk", "PVVNL", "PVVNL"))
                .exchange()
                .expectBody()
                .jsonPath("$.messages.length()")
                .isEqualTo(0);
        web.get()
                .uri("/api/v1/messages?connectionId=" + connection)
                .header("Authorization", TestTokens.bearer("officer", "DVVNL", "DVVNL"))
                .exchange()
                .expectStatus()
                .isForbidden();
        web.post()
                .uri("/api/v1/messages/search")
                .header("Authorization", HELPDESK)
                .bodyValue(Map.of("number", "12345"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theHelpDeskOfAnAreaSeesMessagesOfItsConnectionsOnly() {
        String neighbour = connection(consumer + 600);
        String unknown = connection(consumer + 700);
        lies(connection, "DVVNL/AGRA/MATHURA/D1/S1");
        lies(neighbour, "DVVNL/AGRA/MATHURA/D1/S10");
        UUID shared = told(connection, neighbour, unknown);

        for (String area : List.of("DVVNL/AGRA/MATHURA/D1/S1", "DVVNL/AGRA")) {
            assertThat(seen(area, "connectionId=" + unknown)).isEmpty();
        }
        assertThat(seen("DVVNL/AGRA/MATHURA/D1/S1", "connectionId=" + connection))
                .containsExactly(List.of(connection));
        assertThat(seen("DVVNL/AGRA/MATHURA/D1/S1", "connectionId=" + neighbour))
                .isEmpty();
        assertThat(seen("DVVNL/AGRA/MATHURA/D1/S1", "reference=" + shared)).containsExactly(List.of(connection));
        assertThat(seen("DVVNL/AGRA", "reference=" + shared)).containsExactly(List.of(connection, neighbour));
        assertThat(seen("DVVNL/AGRA/MATHURA/D1/S2", "reference=" + shared)).isEmpty();
        assertThat(seen("DVVNL/AGRA/MATHURA/D1/S2", "connectionId=" + connection))
                .isEmpty();
        assertThat(seen("DVVNL", "connectionId=" + unknown)).containsExactly(List.of(connection, neighbour, unknown));
        assertThat(seen("DVVNL", "reference=" + shared)).containsExactly(List.of(connection, neighbour, unknown));
    }

    private void lies(String connectionId, String areaPath) {
        database.sql("""
                        insert into connections (connection_id, version, applied_offset, removed, discom, area_path)
                        values ($1, 1, 0, false, 'DVVNL', $2)
                        """).bind("$1", connectionId).bind("$2", areaPath).then().block();
    }

    /** One message about several connections. */
    private UUID told(String... connectionIds) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into messages (message_id, discom, event_id, connection_ids, kind, lane,
                                              template_values, due_at, expires_at, state, attempt)
                        values ($1, 'DVVNL', 'outage', $2, 'OUTAGE', 'ALERT', '{}', now(), now(), 'ACCEPTED', 1)
                        """).bind("$1", id).bind("$2", connectionIds).then().block();
        return id;
    }

    /** Of each message found, the connections shown. */
    private List<List<String>> seen(String area, String query) {
        byte[] page = web.get()
                .uri("/api/v1/messages?" + query)
                .header("Authorization", TestTokens.bearer("helpdesk", "DVVNL", area))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared()
                .readTree(page)
                .path("messages")
                .valueStream()
                .map(message -> message.path("connectionIds")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .toList();
    }

    @Test
    void pagesFollowEachOther() {
        contact(ContactStanding.VERIFIED, 1, "en");
        lowBalance(30, clock.instant().minusSeconds(2));
        handed(1);
        lowBalance(10, clock.instant());
        handed(2);

        byte[] first = web.get()
                .uri("/api/v1/messages?limit=1&connectionId=" + connection)
                .header("Authorization", HELPDESK)
                .exchange()
                .expectBody()
                .jsonPath("$.messages.length()")
                .isEqualTo(1)
                .returnResult()
                .getResponseBody();
        String cursor = JsonMapper.shared().readTree(first).path("cursor").asString();
        web.get()
                .uri("/api/v1/messages?limit=1&connectionId=" + connection + "&cursor=" + cursor)
                .header("Authorization", HELPDESK)
                .exchange()
                .expectBody()
                .jsonPath("$.messages.length()")
                .isEqualTo(1)
                .jsonPath("$.cursor")
                .doesNotExist();
    }
}
