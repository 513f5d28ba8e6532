package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.NumberChangeRequested;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@ConsumerTest
class SelfServiceTest {

    private static final String METER = "mh-01"; // as on the meter, which the master writes MH01
    private static final String NOBODYS = "6799999999";
    private static int tests;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTopics topics;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LeaderLoop changesSettling;

    private Row row = Row.of("6700000000");
    private String mobile = "";
    private String other = "";
    private String address = "";

    @BeforeEach
    void importConnection() {
        tests++;
        row = Row.of("67000000" + tests / 10 + tests % 10);
        mobile = "98117700" + tests / 10 + tests % 10;
        other = "98118800" + tests / 10 + tests % 10;
        address = "198.51.100." + tests;
        assertThat(api.imported(Row.file(row)).taken()).isOne();
    }

    @Test
    void whoKnowsTheMeterProvesTheirNumber() {
        confirmed(row.accountNo(), mobile, METER);

        assertThat(api.number(
                        api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED)))
                .isEqualTo("+91" + mobile);
    }

    @Test
    void whoKnowsTheLastRechargeProvesTheirNumber() {
        credited("GW-2", 2);
        credited("GW-1", 1);
        await().until(() -> count("select count(*) from recharge_reference where connection_id = :id") == 1);

        confirm(ask(
                Map.of("discom", "DVVNL", "accountNo", row.accountNo(), "mobile", other, "rechargeReference", "GW-1")));
        confirm(ask(Map.of(
                "discom", "DVVNL", "accountNo", row.accountNo(), "mobile", mobile, "rechargeReference", "gw-2")));

        assertThat(api.number(
                        api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED)))
                .isEqualTo("+91" + mobile);
    }

    @Test
    void whoDoesNotKnowItGetsTheSameAnswersAndNothingElse() {
        List<String> answers = new ArrayList<>();
        for (String[] asked : List.of(
                new String[] {row.accountNo(), METER, mobile},
                new String[] {row.accountNo(), "MH99", other},
                new String[] {NOBODYS, METER, "98119900" + tests / 10 + tests % 10})) {
            Challenge challenge =
                    ask(Map.of("discom", "DVVNL", "accountNo", asked[0], "mobile", asked[2], "meterNo", asked[1]));
            assertThat(api.request(challenge).getLanguage()).isEqualTo("hi");
            String wrong = said(challenge, api.wrongCode(challenge));
            String right = said(challenge, api.code(challenge));
            String again = said(challenge, api.code(challenge));
            answers.add(wrong + right + again);
        }

        assertThat(answers.stream().map(SelfServiceTest::withoutId).distinct()).hasSize(1);
        assertThat(answers.getFirst()).contains("Your phone is confirmed");
        await().until(() -> database.sql("select count(*) from number_change where told_at is null")
                        .mapValue(Long.class)
                        .one()
                        .block()
                == 0);
        Contact contact = api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED);
        assertThat(api.number(contact)).isEqualTo("+91" + mobile);
        assertThat(api.contacts("DVVNL:" + NOBODYS)).isEmpty();
    }

    @Test
    void verifiedNumberIsToldAndReplacedUnlessItsHolderRefuses() {
        proven(other);
        confirmed(row.accountNo(), mobile, METER);

        NumberChangeRequested change = awaitedChange();
        assertThat(change.getNewNumberEnding()).isEqualTo(mobile.substring(6));
        assertThat(change.getRefuseBefore()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        changesSettling.wake();
        assertThat(numberOnRecord()).isEqualTo("+91" + other);

        clock.advance(Duration.ofSeconds(1));
        changesSettling.wake();

        await().until(() -> numberOnRecord().equals("+91" + mobile));
    }

    @Test
    void refusedChangeNeverComes() {
        proven(other);
        confirmed(row.accountNo(), mobile, METER);
        awaitedChange();
        String changes = "connections/" + row.connectionId() + "/number-changes";

        api.get(changes, "helpdesk", MATHURA)
                .expectBody()
                .jsonPath("$[0].maskedNumber")
                .isEqualTo("+91******" + mobile.substring(6));
        api.refuse(row.connectionId(), "helpdesk", ALIGARH).expectStatus().isNotFound();
        api.refuse(row.connectionId(), "integration", MATHURA).expectStatus().isForbidden();
        api.refuse(row.connectionId(), "helpdesk", MATHURA).expectBody().json("{\"refused\": 1}");

        assertThat(count("select count(*) from number_change where connection_id = :id"))
                .isZero();
        clock.advance(Duration.ofHours(25));
        changesSettling.wake();
        assertThat(numberOnRecord()).isEqualTo("+91" + other);
    }

    @Test
    void numberProvenLaterWinsOverAChangeThatWaits() {
        proven(other);
        confirmed(row.accountNo(), mobile, METER);
        awaitedChange();
        clock.advance(Duration.ofHours(1));
        proven(other);

        clock.advance(Duration.ofHours(24));
        changesSettling.wake();

        await().until(() -> count("select count(*) from number_change where connection_id = :id") == 0);
        assertThat(numberOnRecord()).isEqualTo("+91" + other);
    }

    @Test
    void whoProvesTheirNumberSaysHowTheyWantToBeTold() {
        proven(mobile);
        api.post(
                        "/api/v1/connections/" + row.connectionId() + "/consents",
                        Map.of(
                                "channel", "SMS",
                                "purpose", "PROMOTION",
                                "given", true,
                                "source", "CAMP",
                                "wordingVersion", "v1"),
                        "officer",
                        MATHURA)
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofMinutes(1));
        Challenge challenge = ask(asking(row.accountNo(), mobile, METER));

        assertThat(wanting(challenge)).startsWith("200");

        Contact contact = api.contact(
                row.connectionId(),
                known -> known.getLanguage().equals("en") && known.getConsents().isEmpty());
        assertThat(contact.getSwitchedOff()).containsExactly("CAMPAIGN");
        assertThat(contact.getLowBalanceDays()).isEqualTo(4);
        assertThat(contact.getQuietFrom()).isEqualTo(22 * 60);
        api.get("connections/" + row.connectionId() + "/consents", "officer", MATHURA)
                .expectBody()
                .jsonPath("$[0].source")
                .isEqualTo("SELF_SERVICE")
                .jsonPath("$[0].given")
                .isEqualTo(false);
        api.get("audit?connection=" + row.connectionId(), "supervisor", MATHURA)
                .expectBody()
                .jsonPath("$.entries[?(@.action == 'PREFERENCES_CHANGED' && @.subject == 'consumer')]")
                .isNotEmpty()
                .jsonPath("$.entries[?(@.action == 'CONSENT_NOTED' && @.detail == 'SMS/PROMOTION withdrawn'"
                        + " && @.subject == 'consumer')]")
                .isNotEmpty();
    }

    @Test
    void wishesOfWhoDoesNotKnowTheConnectionAreAnsweredAlikeAndNotFollowed() {
        proven(other);
        Contact before = api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED);

        String strange = wanting(ask(asking(row.accountNo(), mobile, "MH99")));
        String nobodys = wanting(ask(asking(NOBODYS, mobile, METER)));

        assertThat(strange).startsWith("200").isEqualTo(nobodys);
        await().until(() -> database.sql("select count(*) from number_change where told_at is null")
                        .mapValue(Long.class)
                        .one()
                        .block()
                == 0);
        assertThat(api.contact(row.connectionId(), known -> true)).isEqualTo(before);
    }

    @Test
    void wishesWaitForTheNumberToBeTheirs() {
        proven(other);
        assertThat(wanting(ask(asking(row.accountNo(), mobile, METER)))).startsWith("200");
        awaitedChange();
        assertThat(api.contact(row.connectionId(), known -> true).getLanguage()).isEqualTo("hi");

        clock.advance(Duration.ofHours(24));
        changesSettling.wake();

        assertThat(api.number(api.contact(
                        row.connectionId(), known -> known.getLanguage().equals("en"))))
                .isEqualTo("+91" + mobile);
    }

    @Test
    void wishesThatCannotBeAreRefusedBeforeTheCodeIsTaken() {
        Challenge challenge = ask(asking(row.accountNo(), mobile, METER));
        for (Map<String, ?> body : List.<Map<String, ?>>of(
                Map.of("code", api.code(challenge), "preferences", Map.of("language", "fr")),
                Map.of(
                        "code",
                        api.code(challenge),
                        "preferences",
                        Map.of("language", "hi", "switchedOff", List.of("OUTAGE"))),
                Map.of("code", api.code(challenge), "withdraw", List.of("FAX/PROMOTION")))) {
            api.confirm(challenge.challengeId(), body, address).expectStatus().isBadRequest();
        }

        confirm(challenge);
    }

    @Test
    void nothingComesOfAProofForAConnectionThatIsClosed() {
        Row closed = Row.of("6790000001");
        assertThat(api.imported(closed.closed()).taken()).isOne();

        confirmed(closed.accountNo(), mobile, METER);

        await().until(() -> database.sql("select count(*) from number_change where connection_id = 'DVVNL:6790000001'")
                        .mapValue(Long.class)
                        .one()
                        .block()
                == 0);
        assertThat(api.contact(closed.connectionId(), known -> true).getStanding())
                .isEqualTo(ContactStanding.NONE);
    }

    @Test
    void refusalOfNothingIsNotNoted() {
        api.refuse(row.connectionId(), "helpdesk", MATHURA)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"refused\": 0}");

        assertThat(ConsumerApi.body(
                        api.get("audit?connection=" + row.connectionId(), "supervisor", MATHURA), String.class))
                .doesNotContain("NUMBER_CHANGE_REFUSED");
    }

    @Test
    void strangersAndOfficersChallengesAreApart() {
        Challenge strangers = ask(asking(row.accountNo(), mobile, METER));
        Challenge officers = api.challenge(row.connectionId(), other);

        api.verify(strangers.challengeId(), api.code(strangers)).expectStatus().isNotFound();
        assertThat(api.confirm(officers.challengeId(), api.code(officers), address)
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(410);
    }

    @Test
    void whatHasTheWrongShapeIsRefusedWithoutBeingRepeated() {
        for (Map<String, String> body : List.of(
                Map.of("discom", "DVVNL", "accountNo", row.accountNo(), "mobile", "5897010001", "meterNo", METER),
                Map.of("discom", "XYZ", "accountNo", row.accountNo(), "mobile", mobile, "meterNo", METER),
                Map.of("discom", "DVVNL", "accountNo", "77", "mobile", mobile, "meterNo", METER),
                Map.of("discom", "DVVNL", "accountNo", row.accountNo(), "mobile", mobile),
                Map.of("discom", "DVVNL", "accountNo", row.accountNo(), "mobile", mobile, "meterNo", "<b>"))) {
            api.ask(body, address)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody(String.class)
                    .value(answer -> assertThat(answer)
                            .contains("expected")
                            .doesNotContain("5897010001")
                            .doesNotContain(mobile)
                            .doesNotContain(METER));
        }
    }

    @Test
    void accountIsAskedForTenTimesByStrangersWhichKeepsNoOfficerAway() {
        for (int i = 10; i < 20; i++) {
            ask(asking(row.accountNo(), "98117710" + i, METER));
        }

        api.ask(asking(row.accountNo(), mobile, METER), address).expectStatus().isEqualTo(429);
        api.challenge(row.connectionId(), mobile);
    }

    @Test
    void addressThatIsNotOfATrustedProxyCountsItself() {
        for (int i = 0; i < 60; i++) {
            ask(asking("6711110%03d".formatted(i), "98117720" + (10 + i), METER));
        }

        api.ask(asking("6711119999", mobile, METER), address).expectStatus().isEqualTo(429);
        api.ask(asking("6711119999", mobile, METER), "203.0.113.9, " + address)
                .expectStatus()
                .isEqualTo(429);
        api.ask(asking("6711119999", mobile, METER), "203.0.113.9")
                .expectStatus()
                .isAccepted();
    }

    @Test
    void thousandsOfWrongGuessesFromManyAddressesBreakAndRevealNothing() throws Exception {
        Challenge real = ask(asking(row.accountNo(), mobile, METER));
        Challenge nobodys = ask(asking(NOBODYS, other, METER));
        String wrongReal = api.wrongCode(real);
        String wrongNobodys = api.wrongCode(nobodys);

        List<Callable<String>> guesses = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            String from = "203.0." + i % 100 + "." + i / 100;
            guesses.add(() -> said(real, wrongReal, from));
            guesses.add(() -> said(nobodys, wrongNobodys, from));
        }
        List<String> answers = atOnce(guesses);

        for (String id : List.of(real.challengeId(), nobodys.challengeId())) {
            assertThat(answers.stream().filter(answer -> answer.contains(id) && answer.startsWith("422")))
                    .hasSize(5);
        }
        assertThat(answers.stream().filter(answer -> !answer.startsWith("422")).map(SelfServiceTest::withoutId))
                .hasSize(4_990)
                .containsOnly(withoutId(said(real, wrongReal, "203.0.200.1")));
        assertThat(said(real, api.code(real))).startsWith("410");
        assertThat(said(nobodys, api.code(nobodys))).startsWith("410");
        assertThat(api.contact(row.connectionId(), known -> true).getStanding()).isEqualTo(ContactStanding.NONE);
    }

    @Test
    void addressGuessesAHundredTimes() {
        Challenge challenge = ask(asking(row.accountNo(), mobile, METER));
        String wrong = api.wrongCode(challenge);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 110; i++) {
            answers.add(said(challenge, wrong));
        }

        assertThat(answers.stream().map(answer -> answer.substring(0, 3)))
                .startsWith("422", "422", "422", "422", "422", "410")
                .endsWith("429");
        assertThat(answers.stream().filter(answer -> answer.startsWith("429"))).hasSize(10);
    }

    private void confirmed(String account, String number, String meter) {
        confirm(ask(asking(account, number, meter)));
    }

    private void confirm(Challenge challenge) {
        assertThat(said(challenge, api.code(challenge))).startsWith("200");
    }

    private Challenge ask(Map<String, String> body) {
        return ConsumerApi.body(api.ask(body, address), Challenge.class);
    }

    private static Map<String, String> asking(String account, String number, String meter) {
        return Map.of("discom", "DVVNL", "accountNo", account, "mobile", number, "meterNo", meter);
    }

    private String said(Challenge challenge, String code) {
        return said(challenge, code, address);
    }

    private String wanting(Challenge challenge) {
        var result = api.confirm(
                        challenge.challengeId(),
                        Map.of(
                                "code", api.code(challenge),
                                "preferences",
                                        Map.of(
                                                "language", "en",
                                                "switchedOff", List.of("CAMPAIGN"),
                                                "lowBalanceDays", 4,
                                                "quietFrom", "22:00",
                                                "quietTo", "06:00"),
                                "withdraw", List.of("SMS/PROMOTION")),
                        address)
                .expectBody(String.class)
                .returnResult();
        return result.getStatus().value() + " " + result.getResponseBody();
    }

    /** Status and body. */
    private String said(Challenge challenge, String code, String from) {
        var result = api.confirm(challenge.challengeId(), code, from)
                .expectBody(String.class)
                .returnResult();
        return result.getStatus().value() + " " + result.getResponseBody();
    }

    private static String withoutId(String answer) {
        return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>");
    }

    private void proven(String number) {
        Challenge challenge = api.challenge(row.connectionId(), number);
        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();
    }

    private String numberOnRecord() {
        return api.number(api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED));
    }

    private NumberChangeRequested awaitedChange() {
        return await().until(
                        () -> topics.readAll(Topics.NUMBER_CHANGES).stream()
                                .filter(change -> change.getConnectionId().equals(row.connectionId()))
                                .findAny(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private void credited(String reference, int hour) {
        topics.send(
                Topics.RECHARGE_CREDITED,
                RechargeCredited.newBuilder()
                        .setEventId(row.accountNo() + reference)
                        .setOccurredAt(clock.instant().plus(Duration.ofHours(hour)))
                        .setDiscom("DVVNL")
                        .setConnectionId(row.connectionId())
                        .setGatewayTransactionId(reference)
                        .setAmountPaise(10_000)
                        .setArrearsPaise(0)
                        .setAvailablePaise(10_000)
                        .build());
    }

    private long count(String sql) {
        return database.sql(sql)
                .bind("id", row.connectionId())
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
