package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.platform.leader.LeaderLoop;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ConsumerTest
class OtpTest {

    private static int tests;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LeaderLoop codesForgetting;

    private Row row = Row.of("7500000000");
    private String mobile = "";
    private String other = "";

    @BeforeEach
    void importConnection() {
        tests++;
        row = Row.of("75000000" + tests / 10 + tests % 10);
        mobile = "98970400" + tests / 10 + tests % 10;
        other = "98970500" + tests / 10 + tests % 10;
        assertThat(api.imported(Row.file(row)).taken()).isOne();
    }

    @Test
    void codeTravelsSealedAndProvesTheNumber() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);

        assertThat(challenge.maskedNumber()).isEqualTo("+91******" + mobile.substring(6));
        assertThat(challenge.expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)).toString());
        Contact claimed = api.contact(row.connectionId(), known -> known.getVersion() == 2);
        assertThat(claimed.getStanding()).isEqualTo(ContactStanding.CLAIMED);
        OtpRequested request = api.request(challenge);
        assertThat(request.getLanguage()).isEqualTo("hi");
        assertThat(request.getExpiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(api.open(request.getSealedNumber(), challenge.challengeId())).isEqualTo("+91" + mobile);

        api.verify(challenge.challengeId(), api.code(challenge))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"connectionId": "%s", "maskedNumber": "%s", "standing": "VERIFIED"}
                        """.formatted(row.connectionId(), challenge.maskedNumber()));

        Contact verified = api.contact(row.connectionId(), known -> known.getVersion() == 3);
        assertThat(verified.getStanding()).isEqualTo(ContactStanding.VERIFIED);
        assertThat(verified.getVerifiedAt()).isEqualTo(clock.instant());
        assertThat(api.number(verified)).isEqualTo("+91" + mobile);
    }

    @Test
    void wrongCodeCostsAnAttemptAndTheFifthBurnsTheChallenge() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        String wrong = api.wrongCode(challenge);

        for (int left = 4; left >= 0; left--) {
            api.verify(challenge.challengeId(), wrong)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.attemptsLeft")
                    .isEqualTo(left);
        }

        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isEqualTo(410);
        assertThat(api.contact(row.connectionId(), known -> known.getVersion() == 2)
                        .getStanding())
                .isEqualTo(ContactStanding.CLAIMED);
    }

    @Test
    void rightCodeAfterFourWrongOnesStillCounts() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        String wrong = api.wrongCode(challenge);
        for (int i = 0; i < 4; i++) {
            api.verify(challenge.challengeId(), wrong).expectStatus().isEqualTo(422);
        }

        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();
    }

    @Test
    void codeIsGoodOnce() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        String code = api.code(challenge);
        api.verify(challenge.challengeId(), code).expectStatus().isOk();

        api.verify(challenge.challengeId(), code).expectStatus().isEqualTo(410);
    }

    @Test
    void codeExpires() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        String code = api.code(challenge);

        clock.advance(Duration.ofMinutes(10));

        api.verify(challenge.challengeId(), code).expectStatus().isEqualTo(410);
    }

    @Test
    void codeOfOneChallengeIsWorthNothingForAnother() {
        Challenge first = api.challenge(row.connectionId(), mobile);
        Challenge second = api.challenge(row.connectionId(), other);
        String code = api.code(first);
        assumeFalse(code.equals(api.code(second)));

        api.verify(second.challengeId(), code).expectStatus().isEqualTo(422);
    }

    @Test
    void parallelGuessesNeverExceedTheAttempts() throws Exception {
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        String wrong = api.wrongCode(challenge);

        List<Integer> answers = atOnce(40, () -> status(api.verify(challenge.challengeId(), wrong)));

        assertThat(answers).containsOnly(422, 410);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(5);
        assertThat(attemptsLeft(challenge)).isZero();
    }

    @Test
    void rightCodeGivenManyTimesAtOnceCountsOnce() throws Exception {
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        String code = api.code(challenge);

        List<Integer> answers = atOnce(20, () -> status(api.verify(challenge.challengeId(), code)));

        assertThat(answers).containsOnly(200, 410);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED)
                        .getVersion())
                .isEqualTo(3);
    }

    @Test
    void numberIsSentThreeCodesInTenMinutes() {
        for (int i = 0; i < 3; i++) {
            api.challenge(row.connectionId(), mobile);
            clock.advance(Duration.ofMinutes(2));
        }

        api.send(row.connectionId(), mobile)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "240");
        api.send(row.connectionId(), other).expectStatus().isAccepted();
        clock.advance(Duration.ofMinutes(4));
        api.send(row.connectionId(), mobile).expectStatus().isAccepted();
    }

    @Test
    void numberIsSentThreeCodesHoweverManyAskAtOnce() throws Exception {
        List<String> connections = imported("741", 10);

        List<Integer> answers = atOnce(connections.stream()
                .flatMap(connection -> Stream.of(connection, connection))
                .<Callable<Integer>>map(connection -> () -> status(api.send(connection, mobile)))
                .toList());

        assertThat(answers).containsOnly(202, 429);
        assertThat(answers.stream().filter(status -> status == 202)).hasSize(3);
    }

    @Test
    void sameCodeIsSentAgainAfterAPauseThatGrows() {
        api.challenge(row.connectionId(), mobile);
        api.send(row.connectionId(), mobile).expectHeader().valueEquals("Retry-After", "30");
        clock.advance(Duration.ofSeconds(30));

        api.challenge(row.connectionId(), mobile);

        clock.advance(Duration.ofSeconds(30));
        api.send(row.connectionId(), mobile).expectHeader().valueEquals("Retry-After", "30");
        clock.advance(Duration.ofSeconds(30));
        api.challenge(row.connectionId(), mobile);
    }

    @Test
    void accountIsSentTwentyCodesADayToWhateverNumber() {
        for (int i = 10; i < 30; i++) {
            api.challenge(row.connectionId(), "98970410" + i);
        }

        api.send(row.connectionId(), "9897041030")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "86400");
    }

    @Test
    void ofTwoOfficersWhoProveAtOnceForOneConnectionOneWins() throws Exception {
        for (String connection : imported("742", 12)) {
            clock.advance(Duration.ofMinutes(10));
            List<Challenge> rivals = List.of(api.challenge(connection, mobile), api.challenge(connection, other));
            List<String> codes = rivals.stream().map(api::code).toList();

            List<Integer> answers = atOnce(List.of(
                    () -> status(api.verify(rivals.get(0).challengeId(), codes.get(0))),
                    () -> status(api.verify(rivals.get(1).challengeId(), codes.get(1)))));

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            Contact proven = api.contact(connection, known -> known.getStanding() == ContactStanding.VERIFIED);
            assertThat(api.number(proven)).isEqualTo("+91" + (answers.getFirst() == 200 ? mobile : other));
            assertThat(numbers(connection)).isOne();
        }
    }

    @Test
    void numberProvenForTwoConnectionsAtOnceIsProvenForBoth() throws Exception {
        List<String> connections = imported("743", 24);
        for (int i = 0; i < connections.size(); i += 2) {
            clock.advance(Duration.ofMinutes(10));
            List<Challenge> both =
                    List.of(api.challenge(connections.get(i), mobile), api.challenge(connections.get(i + 1), mobile));
            List<String> codes = both.stream().map(api::code).toList();

            assertThat(atOnce(List.of(
                            () -> status(api.verify(both.get(0).challengeId(), codes.get(0))),
                            () -> status(api.verify(both.get(1).challengeId(), codes.get(1))))))
                    .containsExactly(200, 200);
        }

        assertThat(connections).allSatisfy(connection -> {
            assertThat(api.number(api.contact(connection, known -> known.getStanding() == ContactStanding.VERIFIED)))
                    .isEqualTo("+91" + mobile);
            assertThat(numbers(connection)).isOne();
        });
    }

    @Test
    void traceOfACodeIsGoneWithinAnHour() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);

        clock.advance(Duration.ofMinutes(31));
        codesForgetting.wake();

        await().untilAsserted(() -> assertThat(challenges(challenge)).isZero());
        api.verify(challenge.challengeId(), "123456").expectStatus().isNotFound();
    }

    @Test
    void provenNumberStaysUntilTheNewOneIsProven() {
        Challenge first = api.challenge(row.connectionId(), mobile);
        api.verify(first.challengeId(), api.code(first)).expectStatus().isOk();

        Challenge second = api.challenge(row.connectionId(), other);

        Contact beside = api.contact(row.connectionId(), known -> known.getVersion() == 4);
        assertThat(beside.getStanding()).isEqualTo(ContactStanding.VERIFIED);
        assertThat(api.number(beside)).isEqualTo("+91" + mobile);

        api.verify(second.challengeId(), api.code(second)).expectStatus().isOk();

        Contact replaced = api.contact(row.connectionId(), known -> known.getVersion() == 5);
        assertThat(replaced.getStanding()).isEqualTo(ContactStanding.VERIFIED);
        assertThat(api.number(replaced)).isEqualTo("+91" + other);
        api.get("connections/" + row.connectionId() + "/contact", "officer", MATHURA)
                .expectBody()
                .jsonPath("$.numbers.length()")
                .isEqualTo(1)
                .jsonPath("$.numbers[0].maskedNumber")
                .isEqualTo("+91******" + other.substring(6));
    }

    @Test
    void officerOfAnotherAreaFindsNothing() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        String code = api.code(challenge);

        api.send(row.connectionId(), other, "officer", ALIGARH).expectStatus().isNotFound();
        api.verify(challenge.challengeId(), code, "officer", ALIGARH)
                .expectStatus()
                .isNotFound();

        assertThat(attemptsLeft(challenge)).isEqualTo(5);
        api.get("connections/" + row.connectionId() + "/contact", "officer", MATHURA)
                .expectBody()
                .jsonPath("$.numbers.length()")
                .isEqualTo(1);
    }

    @Test
    void nobodyIsSentACodeForAConnectionThatIsClosed() {
        Row closed = Row.of("7490000001");
        assertThat(api.imported(closed.closed()).taken()).isOne();

        api.send(closed.connectionId(), mobile)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("connection DVVNL:7490000001: closed, supplied until 2015-03-31 (expected: one that is"
                        + " supplied)");
    }

    @Test
    void onlyOfficersSendAndVerify() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);

        for (String role : List.of("integration", "helpdesk", "supervisor", "nobody")) {
            api.send(row.connectionId(), mobile, role, MATHURA).expectStatus().isForbidden();
            api.verify(challenge.challengeId(), "123456", role, MATHURA)
                    .expectStatus()
                    .isForbidden();
        }

        assertThat(attemptsLeft(challenge)).isEqualTo(5);
    }

    @Test
    void whatIsNoNumberOrNoCodeIsRefusedWithoutBeingRepeated() {
        Challenge challenge = api.challenge(row.connectionId(), mobile);

        api.send(row.connectionId(), "5897010001")
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(answer -> assertThat(answer).doesNotContain("5897010001"));
        api.verify(challenge.challengeId(), "12345").expectStatus().isBadRequest();
        api.send("DVVNL:7599999999", mobile).expectStatus().isNotFound();
        api.verify("5b0e6b52-4a51-4d5e-8a3a-000000000000", "123456")
                .expectStatus()
                .isNotFound();

        assertThat(attemptsLeft(challenge)).isEqualTo(5);
    }

    private List<String> imported(String accounts, int many) {
        Row[] rows = IntStream.range(0, many)
                .mapToObj(i -> Row.of(accounts + "%07d".formatted(i)))
                .toArray(Row[]::new);
        assertThat(api.imported(Row.file(rows)).taken()).isEqualTo(many);
        return Arrays.stream(rows).map(Row::connectionId).toList();
    }

    private long numbers(String connectionId) {
        return count("select count(*) from contact_number where connection_id = :id", connectionId);
    }

    private long challenges(Challenge challenge) {
        return count("select count(*) from otp_challenge where challenge_id = :id::uuid", challenge.challengeId());
    }

    private long count(String sql, String id) {
        return database.sql(sql)
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private long attemptsLeft(Challenge challenge) {
        return database.sql("select attempts_left from otp_challenge where challenge_id = :id::uuid")
                .bind("id", challenge.challengeId())
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        return atOnce(Collections.nCopies(times, call));
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
