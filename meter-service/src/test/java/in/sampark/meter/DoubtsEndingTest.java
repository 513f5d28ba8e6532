package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.DoubtedReadings;
import in.sampark.meter.reading.Readings;
import in.sampark.meter.reading.Readings.OfConnection;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What ends a doubt, and what begins to count with the first register. */
@MeterServiceTest
class DoubtsEndingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    Readings readings;

    @Autowired
    DoubtedReadings doubted;

    @Autowired
    WebTestClient web;

    @Test
    void lateRegisterEndsADoubtAboutTheOneBeforeIt() {
        String id = connect("DVVNL:7240000001", FIRST);
        send(id, day(1).minus(Duration.ofMinutes(30)), 0, null);
        send(id, day(1).plus(Duration.ofHours(1)), 7_900, null);
        service.awaitSettled();
        send(id, day(1), 100, null);
        service.awaitSettled();
        assertThat(standings(id)).isEqualTo("OPEN");

        send(id, day(1).plus(Duration.ofMinutes(30)), 4_000, null);
        service.awaitSettled();

        assertThat(standings(id)).isEqualTo("ACCEPTED");
        assertThat(whByDay(id)).isEqualTo("2026-03-01 100, 2026-03-02 7800, 2026-03-03 0");
    }

    @Test
    void largerLoadEndsADoubtAboutWhatTheSmallerOneCouldNotDraw() {
        String id = connect("DVVNL:7240000002", FIRST);
        send(id, day(1), 200_000, null);
        service.awaitSettled();
        assertThat(standings(id)).isEqualTo("OPEN");

        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection(id, 2, FIRST, FIRST.plusDays(2)))
                        .setOccurredAt(day(6))
                        .setSanctionedLoadW(5_000)
                        .build());
        service.awaitSettled();

        assertThat(standings(id)).isEqualTo("ACCEPTED");
        assertThat(whByDay(id)).isEqualTo("2026-03-01 200000, 2026-03-02 0, 2026-03-03 0");
    }

    @Test
    void whatWasTakenInTimeIsBelievedHoweverLateItsNeighbourIsReleased() {
        String id = connect("DVVNL:7240000003", FIRST);
        send(id, day(1), 5_000, "OLD");
        send(id, day(2), 100, "NEW");
        send(id, day(3), 1_100, "NEW");
        service.awaitSettled();
        clock.set(day(130));
        service.awaitSettled();

        release(service.text("select min(id) from doubted_reading where connection_id = '" + id + "'"));

        assertThat(standings(id)).isEqualTo("RELEASED ACCEPTED");
        assertThat(whByDay(id)).isEqualTo("2026-03-01 5000, 2026-03-02 0, 2026-03-03 1000");
    }

    @Test
    void noEnergyEndsInTheFirstRegisterOfAMeterThatIsTakenOverRunning() {
        String id = connect("DVVNL:7240000004", FIRST.minusYears(2));
        send(id, day(2), 2_196_000, null);
        service.awaitSettled();
        send(id, day(3), 2_204_000, null);
        send(id, day(1), 2_190_000, null);
        service.awaitSettled();

        assertThat(standings(id)).isEqualTo("null");
        assertThat(whByDay(id)).endsWith("2026-02-28 0, 2026-03-01 0, 2026-03-02 6000, 2026-03-03 8000");
    }

    @Test
    void firstRegisterCountsFromZeroAsLongAsSupplyIsSaidToHaveBegunHere() {
        String id = connect("DVVNL:7245000001", FIRST);
        send(id, day(2), 90_000, null);
        service.awaitSettled();
        assertThat(whByDay(id)).isEqualTo("2026-03-01 0, 2026-03-02 90000, 2026-03-03 0");

        topics.send(Topics.CONNECTIONS, Sent.connection(id, 2, FIRST.minusYears(2), FIRST.plusDays(2)));
        service.awaitSettled();
        assertThat(whByDay(id)).endsWith("2026-03-01 0, 2026-03-02 0, 2026-03-03 0");

        topics.send(Topics.CONNECTIONS, Sent.connection(id, 3, FIRST, FIRST.plusDays(2)));
        service.awaitSettled();
        assertThat(whByDay(id)).endsWith("2026-03-01 0, 2026-03-02 90000, 2026-03-03 0");
    }

    @Test
    void lateRegisterStirsNobodyWithoutAnOpenDoubt() {
        String clear = connect("DVVNL:7245000002", FIRST);
        String doubtful = connect("DVVNL:7245000003", FIRST);
        send(doubtful, day(1), 200_000, null);
        service.awaitSettled();
        assertThat(standings(doubtful)).isEqualTo("OPEN");

        assertThat(add(clear, day(2), Set.of(clear))).isEmpty();
        assertThat(add(doubtful, day(2), Set.of())).isEmpty();
        assertThat(add(doubtful, day(3), Set.of(doubtful))).containsExactly(doubtful);
    }

    @Test
    void whatWasDiscardedIsLookedForAsLongAsItIsKept() {
        LocalDate longAgo = LocalDate.of(2019, 3, 1);
        String id = connectSince("DVVNL:7320000003", longAgo);
        discard(id, longAgo, 200_000);
        discard(id, longAgo.plusDays(1), 300_000);
        assertThat(discards(id)).isEqualTo("true");

        forget(longAgo.plusDays(1));
        assertThat(discards(id)).isEqualTo("true");
        forget(longAgo.plusDays(2));
        assertThat(discards(id)).isEqualTo("null");
    }

    private void discard(String id, LocalDate day, long wh) {
        send(id, Midnight.starting(day).plus(Duration.ofHours(1)), wh, null);
        service.awaitSettled();
        doubted.open(Set.of(id))
                .flatMap(open -> doubted.rule(
                        new DoubtedReadings.Ruling(
                                open.getFirst().id(), DoubtedReadings.Standing.DISCARDED, "officer", "broken"),
                        clock.instant()))
                .block();
    }

    private void forget(LocalDate before) {
        doubted.forget(Midnight.starting(before)).block();
    }

    private String discards(String id) {
        return service.text("select discards from account where connection_id = '" + id + "'");
    }

    private String connectSince(String id, LocalDate day) {
        clock.set(Midnight.starting(day));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, day, day.plusDays(2)));
        service.awaitSettled();
        clock.set(Midnight.starting(day.plusDays(3)));
        return id;
    }

    private Set<String> add(String id, Instant at, Set<String> reachedBack) {
        Reading reading = Reading.measured(new Register(at, 0));
        return readings.add(List.of(new OfConnection(id, reading)), reachedBack).block();
    }

    private String connect(String id, LocalDate supplyFrom) {
        clock.set(Midnight.starting(FIRST));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, supplyFrom, FIRST.plusDays(2)));
        await().until(() -> service.text("select count(*) from account where connection_id = '" + id + "'")
                .equals("1"));
        clock.set(day(6));
        service.awaitSettled();
        return id;
    }

    private void send(String id, Instant at, long wh, String meterNo) {
        MeterReading reading = Sent.reading(id, new Register(at, wh));
        topics.send(
                Topics.METER_READINGS,
                MeterReading.newBuilder(reading).setMeterNo(meterNo).build());
    }

    private void release(String doubt) {
        web.post()
                .uri("/api/v1/doubted-readings/" + doubt + "/release")
                .header("Authorization", TestTokens.bearer("supervisor", "DVVNL", Sent.AREA))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"why\": \"meter changed on 2 March\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String standings(String id) {
        return service.text(
                "select string_agg(standing, ' ' order by id) from doubted_reading where connection_id = '" + id + "'");
    }

    private String whByDay(String id) {
        return service.text(
                "select string_agg(day || ' ' || wh, ', ' order by day) from (select day, sum(wh) as wh from ledger_entry"
                        + " where connection_id = '" + id + "' group by day) d");
    }

    /** The midnight that ends the nth day. */
    private static Instant day(int n) {
        return Midnight.starting(FIRST.plusDays(n));
    }
}
