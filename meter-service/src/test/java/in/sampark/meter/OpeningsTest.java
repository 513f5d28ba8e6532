package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.AccountEntryKind;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
