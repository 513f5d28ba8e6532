package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.DoubtReason;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsumerTest
class DoubtTest {

    private static int tests;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTopics topics;

    @Autowired
    private LeaderLoop agedDoubting;

    private Row row = Row.of("6200000000");
    private String mobile = "";
    private String other = "";

    record Report(long read, long doubted, long rejected, List<Line> errors) {
        record Line(long line, String column, String value, String expected) {}
    }

    @BeforeEach
    void proveNumber() {
        tests++;
        row = Row.of("62000000" + tests / 10 + tests % 10);
        mobile = "98112200" + tests / 10 + tests % 10;
        other = "98112210" + tests / 10 + tests % 10;
        assertThat(api.imported(Row.file(row)).taken()).isOne();
        prove(mobile, false);
    }

    @Test
    void proofThatIsTwoYearsOldIsDoubtedAndRenewedByACode() {
        clock.advance(Duration.ofDays(730));
        agedDoubting.wake();
        assertThat(contact().getStanding()).isEqualTo(ContactStanding.VERIFIED);

        clock.advance(Duration.ofSeconds(1));
        agedDoubting.wake();

        Contact doubted = doubted();
        assertThat(doubted.getDoubtReason()).isEqualTo(DoubtReason.AGED);
        noted("AGED", "consumer-service.aged-doubting", "service");
        assertThat(api.number(doubted)).isEqualTo("+91" + mobile);

        prove(mobile, false);

        Contact renewed = api.contact(row.connectionId(), known -> known.getVersion() > doubted.getVersion());
        assertThat(renewed.getStanding()).isEqualTo(ContactStanding.VERIFIED);
        assertThat(renewed.getDoubtReason()).isNull();
    }

    @Test
    void listOfReassignedNumbersCastsDoubtOnWhatWasProvenBefore() {
        String today = clock.instant()
                .atZone(in.sampark.platform.time.India.ZONE)
                .toLocalDate()
                .toString();
        String yesterday = clock.instant()
                .minus(Duration.ofDays(1))
                .atZone(in.sampark.platform.time.India.ZONE)
                .toLocalDate()
                .toString();

        Report early = listed("mobile,reassigned_on,operator\n" + mobile + "," + yesterday + ",X\n", MATHURA);
        Report elsewhere = listed("mobile\n" + mobile + "\n", ALIGARH);
        assertThat(contact().getStanding()).isEqualTo(ContactStanding.VERIFIED);
        Report report = listed(
                "\uFEFFmobile,reassigned_on\n9811111111," + today + "\n" + mobile + "," + today + "\n5897010001,\n"
                        + other + ",tomorrow\n",
                MATHURA);

        assertThat(early).isEqualTo(new Report(1, 0, 0, List.of()));
        assertThat(elsewhere.doubted()).isZero();
        assertThat(report.read()).isEqualTo(4);
        assertThat(report.doubted()).isOne();
        assertThat(report.errors())
                .containsExactly(
                        new Report.Line(4, "mobile", "********01", "an Indian mobile number"),
                        new Report.Line(
                                5,
                                "reassigned_on",
                                "tomorrow",
                                "a day like 2026-04-01, " + today + " at the latest, or nothing"));
        assertThat(doubted().getDoubtReason()).isEqualTo(DoubtReason.REASSIGNED);
        noted("REASSIGNED", "test-integration", "integration");
        api.upload("reassigned-numbers", "number\n" + mobile + "\n", "integration", MATHURA)
                .expectStatus()
                .isBadRequest();
        api.upload("reassigned-numbers", "mobile\n", "officer", MATHURA)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void ofALongListOfWhatIsNoneOnlyTheFirstThousandLinesAreShown() {
        Report report = listed("mobile\n" + "no number\n".repeat(2500), MATHURA);

        assertThat(report.read()).isEqualTo(2500);
        assertThat(report.rejected()).isEqualTo(2500);
        assertThat(report.errors())
                .hasSize(1000)
                .startsWith(new Report.Line(2, "mobile", "** ******", "an Indian mobile number"));
    }

    @Test
    void threeMessagesInARowThatDoNotReachItCastDoubt() {
        failed("UNDELIV");
        failed("UNDELIV");
        delivered();
        failed("UNDELIV");
        failed("REJECTD");
        failed("UNDELIV");
        String repeated = UUID.randomUUID().toString();
        told(repeated, "OTP", MessageStep.FAILED, "UNDELIV");
        told(repeated, "LOW_BALANCE", MessageStep.RETRYING, "UNDELIV");
        String last = UUID.randomUUID().toString();

        told(last, "LOW_BALANCE", MessageStep.FAILED, "UNDELIV");
        told(last, "LOW_BALANCE", MessageStep.FAILED, "UNDELIV");

        assertThat(doubted().getDoubtReason()).isEqualTo(DoubtReason.UNDELIVERABLE);
        noted("UNDELIVERABLE", "consumer-service.delivery-failures", "service");
        assertThat(contact().getVersion()).isEqualTo(4);
    }

    @Test
    void failuresFromBeforeTheNumberWasProvenDoNotCount() {
        failed("UNDELIV");
        failed("UNDELIV");
        clock.advance(Duration.ofHours(1));
        prove(other, false);
        failed("UNDELIV");
        failed("UNDELIV");
        failed("UNDELIV");
        assertThat(contact().getStanding()).isEqualTo(ContactStanding.VERIFIED);

        failed("UNDELIV");

        assertThat(api.number(doubted())).isEqualTo("+91" + other);
    }

    @Test
    void whoGetsOtherPeoplesMessagesGetsThemNoLonger() {
        String path = "/api/v1/connections/" + row.connectionId() + "/contact/not-mine";
        api.post(path, Map.of(), "helpdesk", ALIGARH).expectStatus().isNotFound();
        api.post(path, Map.of(), "integration", MATHURA).expectStatus().isForbidden();

        api.post(path, Map.of(), "helpdesk", MATHURA).expectBody().json("{\"standing\": \"DOUBTED\"}");

        assertThat(doubted().getDoubtReason()).isEqualTo(DoubtReason.NOT_MINE);
        api.get("connections/" + row.connectionId() + "/contact", "officer", MATHURA)
                .expectBody()
                .jsonPath("$.numbers[0].doubtReason")
                .isEqualTo("NOT_MINE");
    }

    @Test
    void whatIsDoubtedAlreadyIsNotedOnce() {
        String path = "/api/v1/connections/" + row.connectionId() + "/contact/not-mine";

        api.post(path, Map.of(), "helpdesk", MATHURA).expectBody().json("{\"standing\": \"DOUBTED\"}");
        api.post(path, Map.of(), "helpdesk", MATHURA).expectBody().json("{\"standing\": \"DOUBTED\"}");

        assertThat(trail(row)).containsOnlyOnce("NUMBER_DOUBTED");
    }

    @Test
    void numberThatWasNeverProvenCannotBeDoubted() {
        Row claimed = Row.of("6490000001").mobile("9811440001");
        api.imported(Row.file(claimed));

        api.post("/api/v1/connections/" + claimed.connectionId() + "/contact/not-mine", Map.of(), "helpdesk", MATHURA)
                .expectStatus()
                .isEqualTo(409);

        assertThat(trail(claimed)).contains("IMPORTED").doesNotContain("NUMBER_DOUBTED");
    }

    @Test
    void furtherNumberStillTrustedIsToldInstead() {
        prove(other, true);

        api.post("/api/v1/connections/" + row.connectionId() + "/contact/not-mine", Map.of(), "helpdesk", MATHURA)
                .expectBody()
                .json("{\"standing\": \"VERIFIED\"}");

        assertThat(api.number(api.contact(
                        row.connectionId(), known -> api.number(known).endsWith(other))))
                .isEqualTo("+91" + other);
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
        api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED);
    }

    private String trail(Row of) {
        return ConsumerApi.body(api.get("audit?connection=" + of.connectionId(), "supervisor", MATHURA), String.class);
    }

    /** Once, although the same was said more than once. */
    private void noted(String reason, String subject, String role) {
        api.get("audit?connection=" + row.connectionId(), "supervisor", MATHURA)
                .expectBody()
                .jsonPath("$.entries[?(@.action == 'NUMBER_DOUBTED' && @.detail == 'reason: %s' && @.subject == '%s'"
                                .formatted(reason, subject)
                        + " && @.role == '" + role + "')]")
                .value(Matchers.hasSize(1));
    }

    private Contact contact() {
        return api.contact(row.connectionId(), known -> true);
    }

    private Contact doubted() {
        return api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.DOUBTED);
    }

    private Report listed(String list, String area) {
        return ConsumerApi.body(api.upload("reassigned-numbers", list, "integration", area), Report.class);
    }

    private void failed(String reason) {
        told(UUID.randomUUID().toString(), "LOW_BALANCE", MessageStep.FAILED, reason);
    }

    private void delivered() {
        told(UUID.randomUUID().toString(), "LOW_BALANCE", MessageStep.DELIVERED, "");
    }

    /** All on one message's partition, hence in order. */
    private void told(String eventId, String kind, MessageStep step, String reason) {
        topics.send(
                Topics.MESSAGE_STATUS,
                MessageStatus.newBuilder()
                        .setEventId(eventId)
                        .setOccurredAt(clock.instant())
                        .setDiscom("DVVNL")
                        .setMessageId(row.accountNo())
                        .setConnectionIds(List.of(row.connectionId()))
                        .setKind(kind)
                        .setLanguage("hi")
                        .setChannel("SMS")
                        .setMaskedNumber("+91******0000")
                        .setStep(step)
                        .setReason(reason.isEmpty() ? null : reason)
                        .build());
    }
}
