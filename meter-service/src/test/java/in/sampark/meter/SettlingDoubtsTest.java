package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Supervisors look through doubted readings, release and discard them. */
@MeterServiceTest
class SettlingDoubtsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final String DOUBTED = "/api/v1/doubted-readings";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @Test
    void aJumpIsReleasedAsWhatItIsAndWhoDidItAndWhyIsKept() {
        String id = connect("DVVNL:7161000001");
        send(id, 1, 5_000, null);
        send(id, 2, 600_000, null);
        service.awaitSettled();

        settle(doubt(id), "release", "{\"why\": \"a wedding\"}")
                .isOk()
                .expectBody()
                .json("""
                        {"connectionId": "%s", "registerAt": "2026-09-02T18:30:00Z", "registerWh": 600000, "reason": "JUMP",
                         "standing": "RELEASED", "settledBy": "test-supervisor", "settledWhy": "a wedding", "areaPath": "%s"}""".formatted(id, Sent.AREA));

        assertThat(whByDay(id)).isEqualTo("2026-09-01 5000, 2026-09-02 595000, 2026-09-03 0");
        settle(doubt(id), "release", "{\"why\": \"once more\"}")
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("the doubt is settled already (expected: an open one)");
    }

    @Test
    void aMeterThatRanBackwardsIsReleasedAsANewOneAndWhatCameAfterItIsBelievedToo() {
        String id = connect("DVVNL:7161000002");
        send(id, 1, 5_000, "OLD");
        send(id, 2, 100, "NEW");
        send(id, 3, 1_100, "NEW");
        service.awaitSettled();
        String first = service.text("select min(id) from doubted_reading where connection_id = '" + id + "'");

        settle(first, "release", "{\"why\": \"meter changed on 2 September\", \"as\": \"OPENING\"}")
                .isOk();

        assertThat(whByDay(id)).isEqualTo("2026-09-01 5000, 2026-09-02 0, 2026-09-03 1000");
        assertThat(service.text(
                        "select string_agg(standing, ' ' order by id) from doubted_reading where connection_id = '" + id
                                + "'"))
                .isEqualTo("RELEASED ACCEPTED");
    }

    @Test
    void whatItsNeighboursMakeImpossibleCannotBeReleased() {
        String id = connect("DVVNL:7161000003");
        send(id, 1, 5_000, null);
        send(id, 3, 6_000, null);
        service.awaitSettled();
        send(id, 2, 7_000, null);
        service.awaitSettled();

        settle(doubt(id), "release", "{\"why\": \"I saw it\"}")
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("registerWh: 7000 (expected: <= 6000, the register at 2026-09-03T18:30:00Z)");
        assertThat(standing(id)).isEqualTo("OPEN");
        settle(doubt(id), "discard", "{\"why\": \"misread\"}").isOk();
        assertThat(standing(id)).isEqualTo("DISCARDED");

        send(id, 2, 7_000, null);
        service.awaitSettled();
        assertThat(standing(id)).isEqualTo("DISCARDED");
    }

    @Test
    void whatWasDiscardedStaysSoWhateverComesBesideIt() {
        String id = connect("DVVNL:7241000001");
        send(id, 1, 5_000, null);
        send(id, 3, 294_500, null);
        service.awaitSettled();
        assertThat(standing(id)).isEqualTo("OPEN");
        settle(doubt(id), "discard", "{\"why\": \"garbled\"}").isOk();
        send(id, 2, 149_500, null);
        service.awaitSettled();

        send(id, 3, 294_500, null);
        service.awaitSettled();

        assertThat(standing(id)).isEqualTo("DISCARDED");
        assertThat(whByDay(id)).isEqualTo("2026-09-01 5000, 2026-09-02 144500, 2026-09-03 0");
    }

    @Test
    void aWrongRegisterGivesWayToTheRightOne() {
        String id = connect("DVVNL:7161000004");
        send(id, 1, 50_000, null);
        service.awaitSettled();
        send(id, 1, 5_000, null);
        service.awaitSettled();
        settle(doubt(id), "release", "{\"why\": \"read again on site\"}").isOk();

        assertThat(whByDay(id)).isEqualTo("2026-09-01 5000, 2026-09-02 0, 2026-09-03 0");
        assertThat(service.text(
                        "select posted_paise = (select sum(amount_paise) from ledger_entry l where l.connection_id = a.connection_id)"
                                + " from account a where connection_id = '" + id + "'"))
                .isEqualTo("true");
    }

    @Test
    void theyAreListedByAreaAndReasonAPageAtATime() {
        String id = connect("DVVNL:7161000005");
        send(id, 1, 5_000, null);
        send(id, 2, 4_000, null);
        send(id, 3, 900_000, null);
        service.awaitSettled();

        JsonNode page = get("?connectionId=" + id + "&limit=1", Sent.AREA)
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(page.required("entries"))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.required("reason").asString()).isEqualTo("BACKWARDS"));
        String cursor = page.required("cursor").asString();
        get("?connectionId=" + id + "&limit=1&cursor=" + cursor, Sent.AREA)
                .isOk()
                .expectBody()
                .jsonPath("$.entries[0].reason")
                .isEqualTo("JUMP")
                .jsonPath("$.cursor")
                .doesNotExist();
        get("?reason=jump&connectionId=" + id, Sent.AREA)
                .isOk()
                .expectBody()
                .jsonPath("$.entries.length()")
                .isEqualTo(1);
        get("?standing=released&connectionId=" + id, Sent.AREA)
                .isOk()
                .expectBody()
                .jsonPath("$.entries.length()")
                .isEqualTo(0);
        get("?connectionId=" + id, "DVVNL/AGRA/ETAH")
                .isOk()
                .expectBody()
                .jsonPath("$.entries.length()")
                .isEqualTo(0);
        get("?reason=odd", Sent.AREA).isBadRequest();
    }

    @Test
    void onlySupervisorsOfTheAreaSettleThemAndSayWhy() {
        String id = connect("DVVNL:7161000006");
        send(id, 1, 900_000, null);
        service.awaitSettled();

        post(doubt(id), "release", "{\"why\": \"because\"}", "officer", Sent.AREA)
                .isForbidden();
        post(doubt(id), "release", "{\"why\": \"because\"}", "supervisor", "DVVNL/AGRA/ETAH")
                .isNotFound();
        settle(doubt(id), "release", "{\"why\": \"\"}").isBadRequest();
        settle(doubt(id), "release", "{\"why\": \"because\", \"as\": \"CLOSING\"}")
                .isBadRequest();
        settle("999999999", "discard", "{\"why\": \"because\"}").isNotFound();
        assertThat(standing(id)).isEqualTo("OPEN");
    }

    private String connect(String id) {
        clock.set(Midnight.starting(FIRST));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(2)));
        service.awaitSettled();
        clock.set(Midnight.ending(FIRST.plusDays(6)));
        service.awaitSettled();
        return id;
    }

    private void send(String id, int day, long wh, String meterNo) {
        MeterReading reading = Sent.reading(id, new Register(Midnight.starting(FIRST.plusDays(day)), wh));
        topics.send(
                Topics.METER_READINGS,
                MeterReading.newBuilder(reading).setMeterNo(meterNo).build());
    }

    private String doubt(String id) {
        return service.text("select max(id) from doubted_reading where connection_id = '" + id + "'");
    }

    private String standing(String id) {
        return service.text("select standing from doubted_reading where connection_id = '" + id + "'");
    }

    private String whByDay(String id) {
        return service.text(
                "select string_agg(day || ' ' || wh, ', ' order by day) from (select day, sum(wh) as wh from ledger_entry"
                        + " where connection_id = '" + id + "' group by day) d");
    }

    private StatusAssertions settle(String doubt, String how, String body) {
        return post(doubt, how, body, "supervisor", Sent.AREA);
    }

    private StatusAssertions post(String doubt, String how, String body, String role, String area) {
        return web.post()
                .uri(DOUBTED + "/" + doubt + "/" + how)
                .header("Authorization", TestTokens.bearer(role, "DVVNL", area))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus();
    }

    private StatusAssertions get(String query, String area) {
        return web.get()
                .uri(DOUBTED + query)
                .header("Authorization", TestTokens.bearer("supervisor", "DVVNL", area))
                .exchange()
                .expectStatus();
    }
}
