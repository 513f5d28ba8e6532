package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.OtpPurpose;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ConsumerTest
class LoginTest {

    private static final String NOBODYS = "6899999999";
    private static int tests;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTopics topics;

    @Autowired
    private DatabaseClient database;

    private Row row = Row.of("6800000000");
    private String mobile = "";
    private String other = "";
    private String address = "";

    record Asked(String loginId, String maskedNumber, String expiresAt) {}

    record Opened(String connectionId, String token, String expiresAt) {}

    @BeforeEach
    void proveANumber() {
        tests++;
        row = Row.of("680000000" + tests);
        mobile = "981266000" + tests;
        other = "981277000" + tests;
        address = "198.51.101." + tests;
        assertThat(api.imported(Row.file(row)).taken()).isOne();
        Challenge challenge = api.challenge(row.connectionId(), mobile);
        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();
        api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED);
        clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void whoHoldsTheNumberIsGivenATokenForTheirConnectionAlone() {
        Asked asked = ask(row.accountNo(), mobile);
        Opened opened = ConsumerApi.body(api.logIn(asked.loginId(), code(asked), address), Opened.class);

        assertThat(opened.connectionId()).isEqualTo(row.connectionId());
        JsonNode claims = claims(opened.token());
        assertThat(claims.get("sub").stringValue()).isEqualTo(row.connectionId());
        assertThat(claims.get("discom").stringValue()).isEqualTo("DVVNL");
        assertThat(claims.get("aud").toString()).contains("sampark-consumer");
        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue())
                .isEqualTo(Duration.ofMinutes(20).toSeconds());
        assertThat(ConsumerApi.body(
                        api.get("audit?connection=" + row.connectionId(), "supervisor", MATHURA), String.class))
                .contains("LOGGED_IN");
    }

    @Test
    void aCodeOpensOnce() {
        Asked asked = ask(row.accountNo(), mobile);
        String code = code(asked);

        api.logIn(asked.loginId(), code, address).expectStatus().isOk();
        api.logIn(asked.loginId(), code, address).expectStatus().isEqualTo(410);
    }

    @Test
    void whoeverAsksGetsTheSameAnswersAndOnlyTheNumbersHolderACode() {
        List<Asked> asked = List.of(
                ask(row.accountNo(), mobile), ask(row.accountNo(), other), ask(NOBODYS, "98128800" + tests + "1"));
        await().until(() -> held() == 0);
        code(asked.getFirst());

        assertThat(topics.readAll(Topics.OTP_REQUESTED))
                .filteredOn(requested -> requested.getPurpose() == OtpPurpose.LOGIN)
                .extracting(OtpRequested::getChallengeId)
                .contains(asked.get(0).loginId())
                .doesNotContain(asked.get(1).loginId(), asked.get(2).loginId());
        String wrong = code(asked.getFirst()).equals("000000") ? "000001" : "000000";
        List<String> answers = new ArrayList<>();
        for (Asked one : asked) {
            answers.add(said(one, wrong)
                    + said(one, wrong)
                    + said(one, wrong)
                    + said(one, wrong)
                    + said(one, wrong)
                    + said(one, wrong));
        }
        assertThat(answers).allMatch(answer -> answer.contains("\"attemptsLeft\":4") && answer.contains("410"));
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void aCodeToLogInByProvesNoNumberAndTheOtherWayRound() {
        Asked asked = ask(row.accountNo(), mobile);
        api.confirm(asked.loginId(), code(asked), address).expectStatus().isEqualTo(410);
        api.verify(asked.loginId(), code(asked)).expectStatus().isNotFound();

        Challenge challenge = api.challenge(row.connectionId(), other);
        api.logIn(challenge.challengeId(), api.code(challenge), address)
                .expectStatus()
                .isEqualTo(410);
    }

    @Test
    void aNumberDoubtedMeanwhileOpensNothing() {
        Asked asked = ask(row.accountNo(), mobile);
        String code = code(asked);
        api.post(
                        "/api/v1/connections/" + row.connectionId() + "/contact/not-mine",
                        Map.of("mobile", mobile),
                        "helpdesk",
                        MATHURA)
                .expectStatus()
                .is2xxSuccessful();

        api.logIn(asked.loginId(), code, address).expectStatus().isEqualTo(410);
    }

    @Test
    void whoAsksForCodesThatAreNotSentKeepsNoneFromTheConsumer() {
        for (int n = 0; n < 4; n++) ask("690000000" + n, mobile);
        for (int n = 0; n < 11; n++) ask(row.accountNo(), "98129900%d%d".formatted(n / 10, n % 10));

        code(ask(row.accountNo(), mobile));
    }

    @Test
    void aNumberIsSentNoMoreCodesToLogInByThanOthersAndNobodySeesIt() {
        code(ask(row.accountNo(), mobile));
        clock.advance(Duration.ofSeconds(31));
        code(ask(row.accountNo(), mobile));
        clock.advance(Duration.ofSeconds(61));
        Asked fourth = ask(row.accountNo(), mobile);
        await().until(() -> held() == 0);
        code(proveAnotherNumber());

        assertThat(topics.readAll(Topics.OTP_REQUESTED))
                .extracting(OtpRequested::getChallengeId)
                .doesNotContain(fourth.loginId());
    }

    @Test
    void theLimitsOfSelfServiceHold() {
        ask(row.accountNo(), mobile);
        api.askToLogIn(asking(row.accountNo(), mobile), address).expectStatus().isEqualTo(429);
        api.askToLogIn(Map.of("discom", "DVVNL", "accountNo", "77", "mobile", mobile), address)
                .expectStatus()
                .isBadRequest();
    }

    private Asked ask(String account, String number) {
        return ConsumerApi.body(api.askToLogIn(asking(account, number), address), Asked.class);
    }

    private static Map<String, String> asking(String account, String number) {
        return Map.of("discom", "DVVNL", "accountNo", account, "mobile", number);
    }

    /** A code that is sent after all those held back before. */
    private Asked proveAnotherNumber() {
        Challenge challenge = api.challenge(row.connectionId(), other);
        return new Asked(challenge.challengeId(), challenge.maskedNumber(), challenge.expiresAt());
    }

    private String code(Asked asked) {
        return api.code(new Challenge(asked.loginId(), asked.maskedNumber(), asked.expiresAt()));
    }

    private String said(Asked asked, String code) {
        var answer = api.logIn(asked.loginId(), code, address)
                .expectBody(String.class)
                .returnResult();
        return answer.getStatus().value()
                + String.valueOf(answer.getResponseBody()).replace(asked.loginId(), "");
    }

    private long held() {
        Long count = database.sql("select count(*) from login_code")
                .mapValue(Long.class)
                .one()
                .block();
        return count == null ? -1 : count;
    }

    private static JsonNode claims(String token) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(payload);
    }
}
