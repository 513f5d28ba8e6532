package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.AccountEntryKind;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MeterServiceTest
class OpeningsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Test
    void aRecordThatRepeatsItsBillingModeChargesNoDayBeforeTheOpeningBalance() {
        String opened = connect("DVVNL:7231000001");
        String moved = connect("DVVNL:7231000002");
        clock.set(noon(6));
        service.awaitSettled();
        open(opened);
        moveToOtherFeeder(moved);
        moveToOtherFeeder(opened);
        open(moved);

        assertThat(ledger(opened)).isEqualTo(ledger(moved)).isEqualTo("""
                2026-10-01 0
                2026-10-02 0
                2026-10-03 49270
                2026-10-04 -732
                2026-10-05 -730""");
    }

    @Test
    void aBeginningOfSupplyThatIsPutRightIsSettled() {
        String id = connect("DVVNL:7231000003");
        clock.set(noon(6));
        service.awaitSettled();
        begin(id, 2, FIRST.plusDays(2));
        assertThat(ledger(id)).startsWith("2026-10-01 0\n2026-10-02 0\n2026-10-03 -730\n");
        begin(id, 3, FIRST.minusDays(2));

        assertThat(ledger(id)).matches("2026-09-29 -75\\d\n2026-09-30 -75\\d\n2026-10-01 -73\\d\n(?s:.*)");
        assertThat(service.text("select count(*) from account_difference")).isEqualTo("0");
    }

    @Test
    void energyBeforeTheMidnightSupplyWasBelievedToBeginWithIsCharged() {
        String late = "DVVNL:7360000002";
        String inTime = "DVVNL:7360000003";
        clock.set(noon(1));
        begin(late, 1, FIRST.plusDays(2));
        begin(inTime, 1, FIRST);
        clock.set(noon(6));
        service.awaitSettled();
        for (String id : List.of(late, inTime)) {
            read(id, Midnight.starting(FIRST.plusDays(2)), 30_000);
            read(id, noon(3), 32_000);
        }
        assertThat(whByDay(late)).isEqualTo("2026-10-03 2000");
        begin(late, 2, FIRST);
        read(late, Midnight.starting(FIRST.plusDays(2)), 30_000);

        assertThat(whByDay(late)).isEqualTo(whByDay(inTime)).isEqualTo("2026-10-02 30000, 2026-10-03 2000");
        assertThat(ledger(late)).isEqualTo(ledger(inTime));
        assertThat(service.text("select string_agg(day || ' ' || wh, ', ') from ledger_entry where connection_id = '"
                        + late + "' and kind = 'ADJUSTMENT' and cause = 'terms 2, first register' and wh <> 0"))
                .isEqualTo("2026-10-02 30000");
        assertThat(service.text("select count(*) from account_difference")).isEqualTo("0");
    }

    private void read(String id, Instant at, long wh) {
        topics.send(Topics.METER_READINGS, Sent.reading(id, new Register(at, wh)));
        service.awaitSettled();
    }

    private String whByDay(String id) {
        return service.text(
                "select string_agg(day || ' ' || wh, ', ' order by day) from (select day, sum(wh) as wh from ledger_entry"
                        + " where connection_id = '" + id + "' group by day having sum(wh) <> 0) days");
    }

    private String connect(String id) {
        clock.set(noon(1));
        send(Connection.newBuilder(Sent.connection(id, FIRST, FIRST.plusDays(29)))
                .setBillingModeFrom(FIRST)
                .build());
        return id;
    }

    private void moveToOtherFeeder(String id) {
        send(Connection.newBuilder(Sent.connection(id, 2, FIRST, FIRST.plusDays(29)))
                .setBillingModeFrom(FIRST)
                .setFeederCode("F2")
                .build());
    }

    private void begin(String id, long version, LocalDate supplyFrom) {
        send(Sent.connection(id, version, supplyFrom, FIRST.plusDays(29)));
    }

    private void send(Connection connection) {
        topics.send(Topics.CONNECTIONS, connection);
        service.awaitSettled();
    }

    private void open(String id) {
        topics.send(
                Topics.ACCOUNT_ENTRIES,
                AccountEntry.newBuilder()
                        .setEventId("opening " + id)
                        .setOccurredAt(noon(6))
                        .setDiscom("DVVNL")
                        .setConnectionId(id)
                        .setEntryId("opening " + id)
                        .setKind(AccountEntryKind.OPENING_BALANCE)
                        .setAmountPaise(50_000)
                        .setDay(FIRST.plusDays(2))
                        .setReason("taken over")
                        .build());
        service.awaitSettled();
    }

    private String ledger(String id) {
        return service.text(
                "select string_agg(day || ' ' || paise, E'\\n' order by day) from (select day, sum(amount_paise) as paise"
                        + " from ledger_entry where connection_id = '" + id + "' group by day) days");
    }

    private static Instant noon(int day) {
        return Midnight.starting(FIRST.plusDays(day - 1L)).plus(Duration.ofHours(12));
    }
}
