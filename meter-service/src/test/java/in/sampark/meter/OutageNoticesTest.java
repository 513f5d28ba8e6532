package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageStage;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Notices of several windows, from the control room to the topic. */
@MeterServiceTest
class OutageNoticesTest {

    private static final Instant NOW = Instant.parse("2026-10-20T05:30:00Z");
    private static final String TOWN = "DVVNL/AGRA/NOTICED";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @BeforeEach
    void connectATown() {
        clock.set(NOW);
        connect("DVVNL:7180000001", TOWN + "/SD1", "N-SS1", "N-F1");
        connect("DVVNL:7180000002", TOWN + "/SD1", "N-SS1", "N-F2");
        connect("DVVNL:7180000003", "DVVNL/AGRA/NOTICED-2", "N-SS2", "N-F3");
        service.awaitSettled();
    }

    @Test
    void severalHoursOfSeveralDaysAreAsManyOutages() {
        announce(TOWN, notice("W1", "2026-10-22/23"))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .json("""
                        {"noticeId": "DVVNL:W1", "outages": [
                          {"outageId": "DVVNL:W1-1", "revision": 1, "stage": "SCHEDULED"},
                          {"outageId": "DVVNL:W1-2", "revision": 1, "stage": "SCHEDULED"},
                          {"outageId": "DVVNL:W1-3", "revision": 1, "stage": "SCHEDULED"},
                          {"outageId": "DVVNL:W1-4", "revision": 1, "stage": "SCHEDULED"}]}""");
        service.awaitSettled();

        assertThat(told("DVVNL:W1"))
                .extracting(Outage::getFromAt, Outage::getExpectedRestorationAt)
                .containsExactly(
                        tuple(at("22T04:30"), at("22T06:30")),
                        tuple(at("22T08:30"), at("22T11:30")),
                        tuple(at("23T04:30"), at("23T06:30")),
                        tuple(at("23T08:30"), at("23T11:30")));
        seen(TOWN, "/api/v1/outage-notices/DVVNL:W1")
                .expectBody()
                .jsonPath("$.outages.length()")
                .isEqualTo(4)
                .jsonPath("$.outages[1].noticeId")
                .isEqualTo("DVVNL:W1");
    }

    @Test
    void oneWindowIsStartedAndRestoredOneDayCancelledAndThenTheRest() {
        announce(TOWN, notice("W2", "2026-10-22/24")).expectStatus().isAccepted();
        service.awaitSettled();
        clock.set(at("22T04:30"));
        revise("DVVNL:W2-1", "{\"revision\": 1, \"stage\": \"STARTED\"}")
                .expectStatus()
                .isAccepted();

        cancel("DVVNL:W2", "{\"date\": \"2026-10-23\"}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.outages[*].outageId")
                .value(
                        List.class,
                        ids -> assertThat(ids.toString())
                                .contains("W2-3", "W2-4")
                                .doesNotContain("W2-5"));
        revise("DVVNL:W2-1", "{\"revision\": 2, \"stage\": \"RESTORED\"}")
                .expectStatus()
                .isAccepted();
        service.awaitSettled();
        cancel("DVVNL:W2", "{}").expectStatus().isAccepted();
        service.awaitSettled();

        assertThat(told("DVVNL:W2"))
                .filteredOn(outage -> outage.getStage() == OutageStage.CANCELLED)
                .extracting(Outage::getOutageId)
                .containsExactly("DVVNL:W2-2", "DVVNL:W2-3", "DVVNL:W2-4", "DVVNL:W2-5", "DVVNL:W2-6");
        cancel("DVVNL:W2", "{}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("date: any (expected: a day with a window that is scheduled)");
        cancel("DVVNL:W404", "{}").expectStatus().isNotFound();
        cancel("DVVNL:W2", "{\"date\": \"2026-10-22/23\"}").expectStatus().isBadRequest();
    }

    @Test
    void aNoticeSentAgainCompletesWhatGotLostAndIsElseTaken() {
        announce(TOWN, notice("W3", "2026-10-22")).expectStatus().isAccepted();
        announce(TOWN, notice("W3", "2026-10-22")).expectStatus().isEqualTo(409);
        announce(TOWN, notice("W3", "2026-10-23")).expectStatus().isEqualTo(409);

        announce(TOWN, notice("W3", "2026-10-22/23"))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.outages[0].outageId")
                .isEqualTo("DVVNL:W3-3");
        assertThat(told("DVVNL:W3")).hasSize(4);
    }

    @Test
    void ofANoticeOneWindowOfWhichIsRefusedNothingIsAnnounced() {
        clock.set(at("22T07:00"));
        announce(TOWN, notice("W4", "2026-10-22"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("expectedRestorationAt");
        announce(TOWN, notice("W4", "2026-10-23").replace("N-F1", "N-F3"))
                .expectStatus()
                .isBadRequest();

        assertThat(told("DVVNL:W4")).isEmpty();
        assertThat(service.text("select count(*) from outage_promise where notice_id = 'DVVNL:W4'"))
                .isEqualTo("0");
    }

    @Test
    void outagesOfOneFeederMayOverlap() {
        announce(TOWN, notice("W5", "2026-10-22")).expectStatus().isAccepted();
        announce(TOWN, notice("W6", "2026-10-22").replace("\"12:00\"", "\"13:00\""))
                .expectStatus()
                .isAccepted();
        service.awaitSettled();

        revise("DVVNL:W5-1", "{\"revision\": 1, \"stage\": \"CANCELLED\"}")
                .expectStatus()
                .isAccepted();
        service.awaitSettled();

        seen(TOWN, "/api/v1/outages/DVVNL:W6-1")
                .expectBody()
                .jsonPath("$.standing")
                .isEqualTo("SCHEDULED");
    }

    @Test
    void whatNobodyStartsLapsesAndIsListedApart() {
        announce(TOWN, notice("W7", "2026-10-22")).expectStatus().isAccepted();
        service.awaitSettled();
        clock.set(at("22T06:30"));

        assertThat(listed("false")).contains("DVVNL:W7-2").doesNotContain("DVVNL:W7-1");
        assertThat(listed("true")).contains("DVVNL:W7-1").doesNotContain("DVVNL:W7-2");
        seen(TOWN, "/api/v1/outages/DVVNL:W7-1")
                .expectBody()
                .jsonPath("$.standing")
                .isEqualTo("LAPSED");
        revise("DVVNL:W7-1", "{\"revision\": 1, \"stage\": \"RESTORED\"}")
                .expectStatus()
                .isAccepted();
    }

    @Test
    void whatIsLongOverIsForgottenAndWhatIsToComeIsNot() {
        announce(TOWN, notice("W14", "2026-10-22,2027-03-01")).expectStatus().isAccepted();
        service.awaitSettled();

        clock.set(NOW.plus(Duration.ofDays(100)));

        await().untilAsserted(() -> assertThat(outagesOf("outage"))
                .isEqualTo(outagesOf("outage_promise"))
                .isEqualTo("2"));
        seen("DVVNL", "/api/v1/outages/DVVNL:W14-1").expectStatus().isNotFound();
        seen("DVVNL", "/api/v1/outages/DVVNL:W14-3").expectStatus().isOk();
        clock.set(NOW);
    }

    @Test
    void aTransmissionLineIsTheAffairOfThoseWhomItCutsOff() {
        String line = """
                {"noticeId": "%s", "date": "2026-10-22", "hours": [{"from": "10:00", "to": "12:00"}], "level": "TRANSMISSION_LINE",
                 "assets": ["132 kV Tikait Rai Talab"], %s,
                 "words": {"en": {"place": "Talkatora", "reason": "repair of the main line"}}}""";
        String takesDown = "\"takesDown\": {\"level\": \"SUBSTATION\", \"assets\": [\"%s\"]}";
        announce(TOWN, line.formatted("W8", takesDown.formatted("N-SS1")))
                .expectStatus()
                .isAccepted();
        announce(TOWN, line.formatted("W9", takesDown.formatted("N-SS2")))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("takesDown.assets");
        announce(TOWN, line.formatted("W10", "\"backfed\": true"))
                .expectStatus()
                .isBadRequest();
        announce("DVVNL", line.formatted("W10", "\"backfed\": true"))
                .expectStatus()
                .isAccepted();
        announce("DVVNL", line.formatted("W11", "\"backfed\": false"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.missing[0]")
                .isEqualTo("takesDown");
        service.awaitSettled();

        seen(TOWN, "/api/v1/outages/DVVNL:W8-1")
                .expectBody()
                .jsonPath("$.takesDown.assets[0]")
                .isEqualTo("N-SS1");
        seen(TOWN, "/api/v1/outages/DVVNL:W10-1").expectStatus().isNotFound();
        seen("DVVNL", "/api/v1/outages/DVVNL:W10-1").expectStatus().isOk();
        revise(
                        "DVVNL:W8-1",
                        "{\"revision\": 1, \"stage\": \"REVISED\", \"takesDown\": {\"level\": \"FEEDER\", \"assets\": [\"N-F1\"]}}")
                .expectStatus()
                .isAccepted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"2026-10-22\"' | null | '[\"date\"]'",
                "'\"2026-10-22\"' | '\"--10-22\"' | '[\"year\"]'",
                "'\"2026-10-22\"' | '\"2026-10\"' | '[\"day\"]'",
                "'\"2026-10-22\"' | '\"2026-10-22/23\"' | '[\"daily\"]'",
                "'\"to\": \"12:00\"' | '\"to\": null' | '[\"hours[0].to\"]'",
                "'[\"N-F1\"]' | null | '[\"assets\"]'",
                "'\"hours\"' | '\"hour\"' | '[\"hours\"]'",
            })
    void whatIsMissingIsNamed(String printed, String entered, String missing) {
        announce(
                        TOWN,
                        notice("W12", "2026-10-22")
                                .replace("\"daily\": true, ", "")
                                .replace(printed, entered))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.missing")
                .value(
                        List.class,
                        named -> assertThat(named.stream()
                                        .map(one -> "\"" + one + "\"")
                                        .toList())
                                .hasToString(missing));
        assertThat(told("DVVNL:W12")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"2026-10-22\"' | '\"2026-10-32\"' | date",
                "'\"2026-10-22\"' | '\"2026-10-24/22\"' | date",
                "'\"12:00\"' | '\"noon\"' | hours",
                "'\"12:00\"' | '\"15:00\"' | hours",
                "'\"daily\": true' | '\"daily\": \"yes\"' | daily",
                "feeder | Saadatganj feeder (Noorbari) and all around | words.en.place",
                "W13 | W/13 | noticeId",
            })
    void whatIsWrongIsNamed(String right, String wrong, String field) {
        announce(TOWN, notice("W13", "2026-10-22").replace(right, wrong))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo(field);
        assertThat(told("DVVNL:W13")).isEmpty();
    }

    private String outagesOf(String table) {
        return service.text("select count(*) from " + table + " where notice_id = 'DVVNL:W14'");
    }

    /** Feeder N-F1, 10 to 12 and 14 to 17. */
    private static String notice(String number, String date) {
        return """
                {"noticeId": "%s", "date": "%s", "daily": true, "hours": [{"from": "10:00", "to": "12:00"}, {"from": "14:00", "to": "17:00"}],
                 "level": "FEEDER", "assets": ["N-F1"], "words": {"en": {"place": "feeder", "reason": "repair"}}}""".formatted(number, date);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-10-" + dayAndTime + ":00Z");
    }

    /** Its supply begins that day, so that nothing is to be posted. */
    private void connect(String id, String area, String substation, String feeder) {
        LocalDate day = LocalDate.of(2030, 1, 1);
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(id, day, day.plusDays(30)))
                        .setAreaPath(area)
                        .setSubstation(substation)
                        .setFeederCode(feeder)
                        .setDtCode("N-DT")
                        .build());
    }

    private WebTestClient.ResponseSpec announce(String area, String body) {
        return post("/api/v1/outage-notices", area, body);
    }

    private WebTestClient.ResponseSpec cancel(String noticeId, String body) {
        return post("/api/v1/outage-notices/" + noticeId + "/cancellation", TOWN, body);
    }

    private WebTestClient.ResponseSpec revise(String outageId, String body) {
        return post("/api/v1/outages/" + outageId + "/revisions", TOWN, body);
    }

    private WebTestClient.ResponseSpec post(String uri, String area, String body) {
        return web.post()
                .uri(uri)
                .header("Authorization", TestTokens.bearer("control-room", "DVVNL", area))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec seen(String area, String uri) {
        return web.get()
                .uri(uri)
                .header("Authorization", TestTokens.bearer("control-room", "DVVNL", area))
                .exchange();
    }

    private String listed(String lapsed) {
        byte[] body = seen(TOWN, "/api/v1/outages?limit=500&lapsed=" + lapsed)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private List<Outage> told(String noticeId) {
        return topics.readAll(Topics.OUTAGES).stream()
                .filter(outage -> noticeId.equals(outage.getNoticeId()))
                .sorted(Comparator.comparing(Outage::getOutageId).thenComparing(Outage::getRevision))
                .toList();
    }
}
