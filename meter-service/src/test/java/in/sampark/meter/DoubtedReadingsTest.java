package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.ReadingMoment;
import in.sampark.contract.utility.ReadingQuality;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.test.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of readings that the registers around them speak against. */
@MeterServiceTest
class DoubtedReadingsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    MeterRegistry meters;

    @Test
    void areKeptOnceWithTheirReasonHoweverOftenTheyAreSentAndCounted() {
        String id = connect("DVVNL:7184000001");
        double before =
                meters.counter("sampark.readings.doubted", "reason", "JUMP").count();
        send(reading(id, 1, 5_000), reading(id, 2, 600_000), reading(id, 2, 600_000));
        service.awaitSettled();
        send(reading(id, 2, 600_000));
        service.awaitSettled();

        assertThat(doubts(id))
                .isEqualTo(
                        "JUMP OPEN registerWh: 600000 (expected: at most 145000 Wh above 5000, the register at 2026-08-01T18:30:00Z)");
        assertThat(meters.counter("sampark.readings.doubted", "reason", "JUMP").count())
                .isEqualTo(before + 1);
    }

    @Test
    void ofANewMeterAreBelievedOnceItsOpeningRegisterComesAndAReplayChangesNothing() {
        String id = connect("DVVNL:7184000002");
        List<MeterReading> sent = List.of(
                reading(id, 1, 5_000, "OLD"),
                reading(id, 4, 2_000, "NEW"),
                reading(id, 3, 1_200, "NEW"),
                moment(reading(id, 2, 6_500, "OLD"), ReadingMoment.CLOSING),
                moment(reading(id, 2, 1_000, "NEW"), ReadingMoment.OPENING));
        send(sent.subList(0, 3));
        service.awaitSettled();
        assertThat(doubts(id))
                .contains(
                        "METER_CHANGED OPEN meterNo: NEW (expected: OLD, as at 2026-08-01T18:30:00Z, or an opening register in between)");

        send(sent.subList(3, 5));
        service.awaitSettled();
        assertThat(whByDay(id)).isEqualTo("2026-08-01 5000, 2026-08-02 1500, 2026-08-03 200, 2026-08-04 800");
        assertThat(standings(id)).isEqualTo("ACCEPTED ACCEPTED");
        assertThat(service.text(
                        "select string_agg(concat_ws(' ', meter_no, register_wh, moment, quality), ', ' order by register_at) from reading"
                                + " where connection_id = '" + id + "'"))
                .isEqualTo("OLD 5000, OLD 6500 CLOSING, NEW 1000 OPENING, NEW 1200, NEW 2000");

        String before = state(id);
        send(sent);
        service.awaitSettled();
        assertThat(state(id)).isEqualTo(before);
    }

    @Test
    void anEstimatedClosingRegisterGivesWayToTheMeasuredOne() {
        String id = connect("DVVNL:7184000003");
        MeterReading closing = moment(reading(id, 2, 9_000, "OLD"), ReadingMoment.CLOSING);
        send(
                reading(id, 1, 5_000, "OLD"),
                MeterReading.newBuilder(closing)
                        .setQuality(ReadingQuality.ESTIMATED)
                        .build(),
                moment(reading(id, 2, 0, "NEW"), ReadingMoment.OPENING),
                reading(id, 3, 400, "NEW"));
        service.awaitSettled();
        assertThat(whByDay(id)).isEqualTo("2026-08-01 5000, 2026-08-02 4000, 2026-08-03 400, 2026-08-04 0");

        send(MeterReading.newBuilder(closing).setRegisterWh(6_000).build());
        service.awaitSettled();
        assertThat(whByDay(id)).isEqualTo("2026-08-01 5000, 2026-08-02 1000, 2026-08-03 400, 2026-08-04 0");
        assertThat(service.text(
                        "select count(*) from ledger_entry where cause = '2026-08-02T18:30:00Z measured' and connection_id = '"
                                + id + "'"))
                .isNotEqualTo("0");
    }

    @Test
    void aRollOverIsBelieved() {
        String id = connect("DVVNL:7184000004");
        send(
                moment(reading(id, 0, 999_998_000, null), ReadingMoment.OPENING),
                reading(id, 1, 1_500),
                reading(id, 2, 2_500));
        service.awaitSettled();

        assertThat(whByDay(id)).isEqualTo("2026-08-01 3500, 2026-08-02 1000, 2026-08-03 0, 2026-08-04 0");
        assertThat(doubts(id)).isEqualTo("null");
    }

    @Test
    void theMidnightWithWhichSupplyBeginsIsWhatItsMeterCountsFrom() {
        String id = connect("DVVNL:7360000001");
        send(reading(id, 1, 3_000), reading(id, 2, 3_500));
        service.awaitSettled();
        send(MeterReading.newBuilder(reading(id, 0, 1_800))
                .setQuality(ReadingQuality.ESTIMATED)
                .build());
        service.awaitSettled();
        assertThat(whByDay(id)).isEqualTo("2026-08-01 1200, 2026-08-02 500, 2026-08-03 0, 2026-08-04 0");

        send(reading(id, 0, 2_000), reading(id, 0, 2_000));
        service.awaitSettled();

        assertThat(whByDay(id)).isEqualTo("2026-08-01 1000, 2026-08-02 500, 2026-08-03 0, 2026-08-04 0");
        assertThat(doubts(id)).isEqualTo("null");
        assertThat(service.text(
                        "select string_agg(concat_ws(' ', register_wh, moment, quality), ', ' order by register_at) from reading"
                                + " where connection_id = '" + id + "'"))
                .isEqualTo("2000, 3000, 3500");
    }

    /** A week later, so that its days are posted without energy. */
    private String connect(String id) {
        clock.set(Midnight.starting(FIRST));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(3)));
        service.awaitSettled();
        clock.set(Midnight.ending(FIRST.plusDays(6)));
        service.awaitSettled();
        return id;
    }

    private void send(MeterReading... readings) {
        send(List.of(readings));
    }

    private void send(List<MeterReading> readings) {
        readings.forEach(reading -> topics.send(Topics.METER_READINGS, reading));
    }

    private static MeterReading reading(String id, int day, long wh) {
        return reading(id, day, wh, null);
    }

    /** At the midnight that ends the nth day. */
    private static MeterReading reading(String id, int day, long wh, String meterNo) {
        Instant at = Midnight.starting(FIRST.plusDays(day));
        return MeterReading.newBuilder(Sent.reading(id, new Register(at, wh)))
                .setMeterNo(meterNo)
                .build();
    }

    private static MeterReading moment(MeterReading reading, ReadingMoment moment) {
        return MeterReading.newBuilder(reading).setMoment(moment).build();
    }

    private String doubts(String id) {
        return service.text(
                "select string_agg(concat_ws(' ', reason, standing, explanation), ', ' order by id) from doubted_reading"
                        + " where connection_id = '" + id + "'");
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

    private String state(String id) {
        return service.text("""
                select concat_ws(' ',
                    (select a::text from account a where connection_id = '%1$s'),
                    (select string_agg(l::text, '' order by day, kind, cause) from ledger_entry l where connection_id = '%1$s'),
                    (select string_agg(r::text, '' order by register_at) from reading r where connection_id = '%1$s'),
                    (select string_agg(d::text, '' order by id) from doubted_reading d where connection_id = '%1$s'))
                """.formatted(id));
    }
}
