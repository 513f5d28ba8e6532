package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageLevel;
import in.sampark.contract.utility.OutageStage;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import in.sampark.platform.time.India;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Outages as the control room announces, changes and sees them. */
@MeterServiceTest
class ControlRoomTest {

    private static final Instant NOW = Instant.parse("2026-10-20T05:30:00Z");
    private static final String MATHURA = "DVVNL/AGRA/MATHURA";
    private static final String TOWN = MATHURA + "/URBAN/SD1";
    private static final String OTHERS = "DVVNL/AGRA/MATHURA-2/URBAN/SD1";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @BeforeEach
    void connectTwoTowns() {
        clock.set(NOW);
        connect("DVVNL:7140000001", TOWN, "C-F1", "C-DT1");
        connect("DVVNL:7140000002", TOWN, "C-F2", "C-DT2");
        connect("DVVNL:7140000003", OTHERS, "C-F2", "C-DT3");
        connect("DVVNL:7140000004", OTHERS, "C-F3", "C-DT4");
        connect("DVVNL:7140000005", TOWN, "C-F4", "C-DT5");
        service.awaitSettled();
        topics.sendTombstone(Topics.CONNECTIONS, "DVVNL:7140000005");
        service.awaitSettled();
    }

    @Test
    void anOutageIsScheduledRevisedStartedAndRestored() {
        clock.set(NOW.minus(Duration.ofDays(1)));
        accepted(announce(MATHURA, draft("C1", "FEEDER", "C-F1")))
                .json("{\"outageId\": \"DVVNL:C1\", \"revision\": 1, \"stage\": \"SCHEDULED\"}");
        accepted(revise("DVVNL:C1", "DVVNL", """
                {"revision": 1, "stage": "REVISED", "expectedRestorationAt": "2026-10-20T14:00:00+05:30",
                 "words": {"hi": {"place": "सआदतगंज फीडर", "reason": "मरम्मत"}}}"""))
                .json("{\"outageId\": \"DVVNL:C1\", \"revision\": 2, \"stage\": \"REVISED\"}");
        clock.set(NOW);
        accepted(revise("DVVNL:C1", MATHURA, "{\"revision\": 2, \"stage\": \"STARTED\"}"));
        service.awaitSettled();
        shown("DVVNL:C1", MATHURA).expectStatus().isOk().expectBody().json("""
                {"outageId": "DVVNL:C1", "revision": 3, "standing": "STARTED", "level": "FEEDER", "assets": ["C-F1"],
                 "fromAt": "2026-10-20T05:30:00Z", "expectedRestorationAt": "2026-10-20T08:30:00Z",
                 "words": {"hi": {"place": "सआदतगंज फीडर", "reason": "मरम्मत"}}, "reportedAt": "2026-10-20T05:30:00Z"}
                """);
        clock.set(NOW.plus(Duration.ofHours(1)));
        accepted(revise("DVVNL:C1", MATHURA, "{\"revision\": 3, \"stage\": \"RESTORED\"}"));
        service.awaitSettled();

        assertThat(told("DVVNL:C1"))
                .extracting(Outage::getRevision, Outage::getStage)
                .containsExactly(
                        tuple(1L, OutageStage.SCHEDULED),
                        tuple(2L, OutageStage.REVISED),
                        tuple(3L, OutageStage.STARTED),
                        tuple(4L, OutageStage.RESTORED));
        Outage last = told("DVVNL:C1").getLast();
        assertThat(last.getRestoredAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(last.getWords()).containsOnlyKeys("hi");
        assertThat(current(MATHURA, "")).doesNotContain("DVVNL:C1");
    }

    @Test
    void anOutageThatIsThereAlreadyIsStartedAndGetsANumber() {
        accepted(announce(TOWN, """
                {"level": "DT", "assets": ["C-DT1"], "fromAt": "2026-10-20T05:00:00Z",
                 "expectedRestorationAt": "2026-10-20T08:00:00Z", "words": {"en": {"place": "Gali 4", "reason": "fault"}}}"""))
                .jsonPath("$.outageId")
                .value(String.class, id -> assertThat(id).matches("DVVNL:[0-9a-f-]{36}"))
                .jsonPath("$.stage")
                .isEqualTo("STARTED");
    }

    @Test
    void whatIsSaidRightAfterAnotherNeedNotWaitForTheTopic() {
        for (int i = 0; i < 5; i++) {
            String number = "C2-" + i;
            announce(MATHURA, draft(number, "FEEDER", "C-F1")).expectStatus().isAccepted();
            revise("DVVNL:" + number, MATHURA, "{\"revision\": 1, \"stage\": \"RESTORED\"}")
                    .expectStatus()
                    .isAccepted();
            revise("DVVNL:" + number, MATHURA, "{\"revision\": 2, \"stage\": \"STARTED\"}")
                    .expectStatus()
                    .isEqualTo(409);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FEEDER, C-F9",
        "FEEDER, C-F2",
        "FEEDER, C-F3",
        "FEEDER, C-F4",
        "FEEDER, C-SS",
        "SUBSTATION, C-SS",
        "DT, C-DT3",
        "AREA, DVVNL/AGRA",
        "AREA, DVVNL/AGRA/MATHURA-2",
        "AREA, DVVNL/AGRA/MATHURA/RURAL"
    })
    void anAssetThatIsNotOfTheAreaIsNotFoundInIt(String level, String asset) {
        announce(MATHURA, draft("C3", level, asset))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("assets: " + asset + " (expected: what is found on level " + level + " within your area, "
                        + MATHURA + ")");
        assertThat(told("DVVNL:C3")).isEmpty();
    }

    @Test
    void aWholeCompanySpeaksOfAllItsAssetsThatAreKnown() {
        accepted(announce("DVVNL", draft("C4", "SUBSTATION", "C-SS")));
        accepted(announce("DVVNL", draft("DVVNL:C5", "AREA", "DVVNL/AGRA")))
                .jsonPath("$.outageId")
                .isEqualTo("DVVNL:C5");
        announce("DVVNL", draft("C6", "FEEDER", "C-F9")).expectStatus().isBadRequest();
        announce("DVVNL", draft("C6", "AREA", "DVVNL/MEERUT")).expectStatus().isBadRequest();
    }

    @Test
    void oneSeesWhatCutsOffSomethingOfOnesAreaAndChangesWhatLiesWithinIt() {
        accepted(announce("DVVNL", draft("S1", "FEEDER", "C-F1")));
        accepted(announce("DVVNL", draft("S2", "FEEDER", "C-F2")));
        accepted(announce("DVVNL", draft("S3", "FEEDER", "C-F3")));
        accepted(announce("DVVNL", draft("S4", "AREA", "DVVNL/AGRA")));
        accepted(announce("DVVNL", draft("S5", "AREA", OTHERS)));
        accepted(announce("DVVNL", draft("S6", "SUBSTATION", "C-SS")));
        accepted(announce("DVVNL", draft("S7", "DT", "C-DT4")));
        service.awaitSettled();

        assertThat(current(MATHURA, "DVVNL:S")).containsExactly("DVVNL:S1", "DVVNL:S2", "DVVNL:S4", "DVVNL:S6");
        assertThat(current("DVVNL", "DVVNL:S"))
                .containsExactly("DVVNL:S1", "DVVNL:S2", "DVVNL:S3", "DVVNL:S4", "DVVNL:S5", "DVVNL:S6", "DVVNL:S7");
        shown("DVVNL:S3", MATHURA).expectStatus().isNotFound();
        shown("DVVNL:S2", MATHURA).expectStatus().isOk();
        String cancelled = "{\"revision\": 1, \"stage\": \"RESTORED\"}";
        revise("DVVNL:S3", MATHURA, cancelled).expectStatus().isNotFound();
        revise("DVVNL:S2", MATHURA, cancelled).expectStatus().isForbidden();
        revise("DVVNL:S1", MATHURA, "{\"revision\": 1, \"stage\": \"REVISED\", \"assets\": [\"C-F1\", \"C-F3\"]}")
                .expectStatus()
                .isBadRequest();
        revise("DVVNL:S1", MATHURA, cancelled).expectStatus().isAccepted();
        asCaller("PVVNL", "PVVNL")
                .get()
                .uri("/api/v1/outages/DVVNL:S1")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aWholeCompanyEndsAnOutageWhoseAssetsNobodyKnows() {
        topics.send(
                Topics.OUTAGES,
                Outage.newBuilder(Sent.outage("DVVNL:C7", 4, OutageStage.STARTED, NOW))
                        .setAssets(List.of("C-F9"))
                        .build());
        service.awaitSettled();

        revise("DVVNL:C7", MATHURA, "{\"revision\": 4, \"stage\": \"RESTORED\"}")
                .expectStatus()
                .isNotFound();
        accepted(revise("DVVNL:C7", "DVVNL", "{\"revision\": 4, \"stage\": \"RESTORED\"}"))
                .jsonPath("$.revision")
                .isEqualTo(5);
    }

    @Test
    void ofOperatorsWhoStartFromOneRevisionOneIsHeard() {
        accepted(announce(MATHURA, draft("C8", "FEEDER", "C-F1")));

        assertThat(statusesOfSixAtOnce(operator -> revise("DVVNL:C8", MATHURA, """
                {"revision": 1, "stage": "REVISED", "words": {"en": {"place": "feeder", "reason": "as %d says"}}}""".formatted(operator))))
                .containsOnlyOnce(202)
                .containsOnly(202, 409);

        assertThat(told("DVVNL:C8")).extracting(Outage::getRevision).containsExactly(1L, 2L);
        revise("DVVNL:C8", MATHURA, "{\"revision\": 1, \"stage\": \"STARTED\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.revision")
                .isEqualTo(2)
                .jsonPath("$.detail")
                .isEqualTo("outage DVVNL:C8 has moved on (expected: its revision, 2)");
    }

    @Test
    void ofOperatorsWhoAnnounceOneNumberOneIsHeard() {
        assertThat(statusesOfSixAtOnce(operator -> announce(MATHURA, draft("C11", "FEEDER", "C-F1"))))
                .containsOnlyOnce(202)
                .containsOnly(202, 409);

        assertThat(told("DVVNL:C11")).hasSize(1);
    }

    @Test
    void whatTheOutageSystemSaysMeanwhileMovesItOnToo() {
        accepted(announce(MATHURA, draft("C9", "FEEDER", "C-F1")));
        topics.send(
                Topics.OUTAGES,
                Outage.newBuilder(Sent.outage("DVVNL:C9", 2, OutageStage.RESTORED, NOW.minus(Duration.ofHours(2))))
                        .setLevel(OutageLevel.FEEDER)
                        .setAssets(List.of("C-F1"))
                        .build());
        service.awaitSettled();

        revise("DVVNL:C9", MATHURA, "{\"revision\": 1, \"stage\": \"STARTED\"}")
                .expectStatus()
                .isEqualTo(409);
        revise("DVVNL:C9", MATHURA, "{\"revision\": 2, \"stage\": \"STARTED\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("stage: STARTED (expected: no more, it is RESTORED)");
        announce(MATHURA, draft("C9", "FEEDER", "C-F1")).expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"FEEDER\"' | '\"LINE\"' | level | level: LINE (expected: one of [AREA, SUBSTATION, FEEDER, DT, TRANSMISSION_LINE])",
                "'[\"C-F1\"]' | '\"C-F1\"' | assets | assets: C-F1 (expected: a list of texts)",
                "'[\"C-F1\"]' | '[]' | assets | assets: none (expected: at least one)",
                "'\"2026-10-20T11:00:00+05:30\"' | '\"tomorrow\"' | fromAt"
                        + " | 'fromAt: tomorrow (expected: a time with offset, e.g. 2026-06-20T11:00:00+05:30)'",
                "'\"2026-10-20T11:00:00+05:30\"' | '\"2036-10-20T11:00:00+05:30\"' | fromAt"
                        + " | 'fromAt: 2036-10-20T05:30:00Z (expected: 2025-10-19T05:30:00Z to 2027-10-21T05:30:00Z)'",
                "'\"2026-10-20T13:00:00+05:30\"' | '\"2026-10-20T11:00:00+05:30\"' | expectedRestorationAt"
                        + " | 'expectedRestorationAt: 2026-10-20T05:30:00Z (expected: after fromAt, 2026-10-20T05:30:00Z)'",
                "repair | '' | words | ''",
                "feeder | Saadatganj feeder (Noorbari) and all around | words.en.place"
                        + " | words.en.place: Saadatganj feeder (Noorbari) and all around (expected: 1 to 40 characters)",
                "'\"level\"' | '\"levl\"' | level | 'level: none (expected: one of [AREA, SUBSTATION, FEEDER, DT, TRANSMISSION_LINE])'",
                "X1 | X/1 | outageId | 'outageId: X/1 (expected: 1 to 40 letters, digits, ''.'', ''_'', ''-'')'"
            })
    void whatIsWrongIsNamedWithWhatWasExpected(String right, String wrong, String field, String detail) {
        String body = draft("X1", "FEEDER", "C-F1").replace(right, wrong);
        var problem = announce(MATHURA, body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();
        if (!detail.isEmpty()) problem.jsonPath("$.detail").isEqualTo(detail);
        problem.jsonPath("$.field")
                .value(String.class, named -> assertThat(named).startsWith(field));
        assertThat(told("DVVNL:X1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7"})
    void whatIsNoObjectIsAProblem(String body) {
        announce(MATHURA, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).endsWith("(expected: a JSON object)"));
    }

    @Test
    void onlyTheControlRoomIsHeardAndShown() {
        for (String role : List.of("officer", "integration", "ops")) {
            String bearer = TestTokens.bearer(role, "DVVNL", "DVVNL");
            web.post()
                    .uri("/api/v1/outages")
                    .header("Authorization", bearer)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(draft("C10", "FEEDER", "C-F1"))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            web.get()
                    .uri("/api/v1/outages")
                    .header("Authorization", bearer)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        revise("DVVNL:C404", "DVVNL", "{\"revision\": 1, \"stage\": \"STARTED\"}")
                .expectStatus()
                .isNotFound();
        asCaller("DVVNL", "DVVNL")
                .get()
                .uri("/api/v1/outages?limit=501")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theListGoesOnPageByPage() {
        accepted(announce("DVVNL", draft("P1", "FEEDER", "C-F1")));
        accepted(announce("DVVNL", draft("P2", "FEEDER", "C-F1")));
        service.awaitSettled();

        asCaller("DVVNL", "DVVNL")
                .get()
                .uri("/api/v1/outages?after=DVVNL:P0&limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.outages[0].outageId")
                .isEqualTo("DVVNL:P1")
                .jsonPath("$.outages.length()")
                .isEqualTo(1)
                .jsonPath("$.next")
                .isEqualTo("DVVNL:P1");
    }

    /** Its supply begins that day, so that nothing is to be posted. */
    private void connect(String id, String area, String feeder, String dt) {
        LocalDate day = LocalDate.ofInstant(NOW, India.ZONE);
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(id, day, day.plusDays(30)))
                        .setAreaPath(area)
                        .setSubstation("C-SS")
                        .setFeederCode(feeder)
                        .setDtCode(dt)
                        .build());
    }

    private static String draft(String number, String level, String asset) {
        return """
                {"outageId": "%s", "level": "%s", "assets": ["%s"], "fromAt": "2026-10-20T11:00:00+05:30",
                 "expectedRestorationAt": "2026-10-20T13:00:00+05:30", "words": {"en": {"place": "feeder", "reason": "repair"}}}""".formatted(number, level, asset);
    }

    private WebTestClient.ResponseSpec announce(String area, String body) {
        return post("/api/v1/outages", area, body);
    }

    private WebTestClient.ResponseSpec revise(String outageId, String area, String body) {
        return post("/api/v1/outages/" + outageId + "/revisions", area, body);
    }

    private WebTestClient.ResponseSpec post(String uri, String area, String body) {
        return asCaller("DVVNL", area)
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec shown(String outageId, String area) {
        return asCaller("DVVNL", area).get().uri("/api/v1/outages/" + outageId).exchange();
    }

    private static List<Integer> statusesOfSixAtOnce(IntFunction<WebTestClient.ResponseSpec> request) {
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int operator = 0; operator < 6; operator++) {
                int number = operator;
                answers.add(operators.submit(() -> status(request.apply(number))));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    /** Ids of the area's current outages that come after the id. */
    private List<String> current(String area, String after) {
        var page = asCaller("DVVNL", area)
                .get()
                .uri("/api/v1/outages?after=" + after)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(CurrentPage.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        return page.outages().stream().map(CurrentOutage::outageId).toList();
    }

    record CurrentPage(List<CurrentOutage> outages) {}

    record CurrentOutage(String outageId) {}

    private WebTestClient asCaller(String discom, String area) {
        return web.mutate()
                .defaultHeader("Authorization", TestTokens.bearer("control-room", discom, area))
                .build();
    }

    private static WebTestClient.BodyContentSpec accepted(WebTestClient.ResponseSpec response) {
        return response.expectStatus().isAccepted().expectBody();
    }

    private static int status(WebTestClient.ResponseSpec response) {
        return response.returnResult(Void.class).getStatus().value();
    }

    /** What was said of the outage on the topic, in order. */
    private List<Outage> told(String outageId) {
        return topics.readAll(Topics.OUTAGES).stream()
                .filter(outage -> outage.getOutageId().equals(outageId))
                .toList();
    }
}
