package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Readings from a head-end that has no producer. */
@MeterServiceTest
class ReadingsByHttpTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Instant NOON = Midnight.starting(FIRST).plus(Duration.ofHours(12));

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    WebTestClient web;

    @BeforeEach
    void afterTheFirstDay() {
        clock.set(NOON);
    }

    @Test
    void aBatchArrivesAndChangesTheBalanceOnce() {
        String id = connect("DVVNL:7150000001");
        topics.send(Topics.RECHARGES, Sent.recharge(id, "H1", 100_000, NOON));
        service.awaitSettled();
        clock.set(Midnight.ending(FIRST).plus(Duration.ofHours(1)));
        String batch = """
                [{"connectionId": "%1$s", "registerAt": "2026-11-01T12:00:00+05:30", "registerWh": 1000},
                 {"connectionId": "%1$s", "registerAt": "2026-11-01T18:30:00.000Z", "registerWh": 5252, "meterNo": "M-1",
                  "eventId": "head-end 17"}]""".formatted(id);
        taken(batch, 2);
        service.awaitSettled();
        String account = "select a::text from account a where connection_id = '" + id + "'";
        String before = service.text(account);
        assertThat(service.text("select posted_paise from account where connection_id = '" + id + "'"))
                .isEqualTo("96269");

        taken(batch, 2);
        service.awaitSettled();

        assertThat(service.text(account)).isEqualTo(before);
        assertThat(sent(id))
                .extracting(MeterReading::getEventId)
                .containsExactly(
                        id + "@2026-11-01T06:30:00Z", "head-end 17", id + "@2026-11-01T06:30:00Z", "head-end 17");
        MeterReading last = sent(id).getLast();
        assertThat(last.getDiscom()).isEqualTo("DVVNL");
        assertThat(last.getMeterNo()).isEqualTo("M-1");
        assertThat(last.getRegisterAt()).isEqualTo(Midnight.ending(FIRST));
        assertThat(last.getOccurredAt()).isEqualTo(clock.instant());
    }

    @Test
    void aThousandAreTakenAtATimeAndOneMoreIsNot() {
        String id = connect("DVVNL:7150000002");
        taken(batchOf(id, 1_000), 1_000);
        assertThat(sent(id)).hasSize(1_000);

        refused(batchOf(id, 1_001))
                .jsonPath("$.detail")
                .isEqualTo("readings in the request: 1001 (expected: 1 to 1000)");
        refused("[]").jsonPath("$.detail").isEqualTo("readings in the request: 0 (expected: 1 to 1000)");
        assertThat(sent(id)).hasSize(1_000);
    }

    @Test
    void everyWrongValueIsReportedAndNothingIsTaken() {
        String id = connect("DVVNL:7150000003");
        refused("""
                [{"connectionId": "%1$s", "registerAt": "2026-11-01T12:00:00Z", "registerWh": 1000},
                 {"connectionId": "PVVNL:7150000003", "registerAt": "2026-11-01T12:00:00Z", "registerWh": 1},
                 {"connectionId": "%1$s", "registerAt": "2026-11-01T12:00:00", "registerWh": -1},
                 {"connectionId": "%1$s", "registerWh": 1.5, "metreNo": "M-1"},
                 "reading",
                 {"connectionId": "%1$s", "registerAt": "12026-11-01T12:00:00Z", "registerWh": 99999999999999999999,
                  "eventId": ""}]""".formatted(id)).json("""
                {"status": 400, "detail": "readings that are wrong: 5 of 6 (expected: none; nothing was taken)", "faults": [
                 {"index": 1, "field": "connectionId", "value": "PVVNL:7150000003", "expected": "DVVNL:<account number>"},
                 {"index": 2, "field": "registerAt", "value": "2026-11-01T12:00:00",
                  "expected": "a time with offset, e.g. 2026-06-20T11:00:00+05:30"},
                 {"index": 2, "field": "registerWh", "value": "-1", "expected": "a whole number >= 0"},
                 {"index": 3, "field": "registerAt", "value": "none",
                  "expected": "a time with offset, e.g. 2026-06-20T11:00:00+05:30"},
                 {"index": 3, "field": "registerWh", "value": "1.5", "expected": "a whole number >= 0"},
                 {"index": 3, "field": "metreNo", "value": "M-1",
                  "expected": "only connectionId, eventId, meterNo, moment, quality, registerAt, registerWh"},
                 {"index": 4, "field": "body", "value": "reading", "expected": "a JSON object"},
                 {"index": 5, "field": "registerAt", "value": "12026-11-01T12:00:00Z",
                  "expected": "a time with offset, e.g. 2026-06-20T11:00:00+05:30"},
                 {"index": 5, "field": "registerWh", "value": "99999999999999999999", "expected": "a whole number >= 0"},
                 {"index": 5, "field": "eventId", "value": "", "expected": "1 to 100 printable characters"}]}
                """);

        assertThat(sent(id)).isEmpty();
    }

    @Test
    void whatIsNoArrayIsAProblem() {
        refused("{}").jsonPath("$.detail").isEqualTo("body: OBJECT (expected: a JSON array of readings)");
        refused("[{").jsonPath("$.detail").isEqualTo("body: not JSON (expected: a JSON array of readings)");
    }

    @Test
    void onlyAnIntegrationOfTheWholeCompanySendsReadings() {
        String id = connect("DVVNL:7150000004");
        post(batchOf(id, 1), "officer", "DVVNL").expectStatus().isForbidden();
        post(batchOf(id, 1), "integration", "DVVNL/AGRA").expectStatus().isForbidden();
        web.post()
                .uri("/api/v1/readings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(batchOf(id, 1))
                .exchange()
                .expectStatus()
                .isUnauthorized();

        assertThat(sent(id)).isEmpty();
    }

    private String connect(String id) {
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(30)));
        service.awaitSettled();
        return id;
    }

    private static String batchOf(String id, int readings) {
        return IntStream.range(0, readings)
                .mapToObj(i -> """
                        {"connectionId": "%s", "registerAt": "%s", "registerWh": %d}""".formatted(id, Midnight.starting(FIRST).plusSeconds(1 + i), i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void taken(String batch, int readings) {
        post(batch, "integration", "DVVNL")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .json("{\"taken\": " + readings + "}");
    }

    private WebTestClient.BodyContentSpec refused(String batch) {
        return post(batch, "integration", "DVVNL").expectStatus().isBadRequest().expectBody();
    }

    private WebTestClient.ResponseSpec post(String batch, String role, String area) {
        return web.post()
                .uri("/api/v1/readings")
                .header("Authorization", TestTokens.bearer(role, "DVVNL", area))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(batch)
                .exchange();
    }

    private List<MeterReading> sent(String id) {
        return topics.readAll(Topics.METER_READINGS).stream()
                .filter(reading -> reading.getConnectionId().equals(id))
                .toList();
    }
}
