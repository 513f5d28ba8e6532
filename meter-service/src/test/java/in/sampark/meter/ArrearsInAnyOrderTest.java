package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.AccountEntryKind;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MeterServiceTest
class ArrearsInAnyOrderTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Instant NOON = Midnight.starting(FIRST).plus(Duration.ofHours(12));

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Test
    void arrearsTakeTheirPartOfARechargeThatHasOvertakenThem() {
        String id = connect("DVVNL:7236000001");
        recharge(id, "P1", 100_000, 2);
        arrears(id, 300_000);

        assertThat(standing(id)).isEqualTo("85000 285000");
        assertThat(splits(id)).isEqualTo("P1 after arrears A" + id + " -15000");
    }

    @Test
    void rechargesAndTheirReversalsComeToTheSameInAnyOrder() {
        String inOrder = connect("DVVNL:7236000002");
        arrears(inOrder, 205_000);
        recharge(inOrder, "Q1", 100_000, 2);
        recharge(inOrder, "Q2", 100_000, 3);
        reverse(inOrder, "Q1", 100_000, 4);
        String mixed = connect("DVVNL:7236000003");
        reverse(mixed, "R1", 100_000, 4);
        recharge(mixed, "R2", 100_000, 3);
        arrears(mixed, 205_000);
        recharge(mixed, "R1", 100_000, 2);
        recharge(mixed, "R1", 100_000, 2);

        assertThat(standing(inOrder)).isEqualTo("90000 195000");
        assertThat(splits(inOrder)).isEqualTo("none");
        assertThat(standing(mixed)).isEqualTo(standing(inOrder));
        assertThat(service.text("select count(*) from account_difference")).isEqualTo("0");
    }

    @Test
    void aRechargePaidBeforeItsArrearsWereBookedIsToldAsItCounts() {
        String id = connect("DVVNL:7236000004");
        arrears(id, 300_000);
        recharge(id, "PAID-BEFORE-ARREARS", 100_000, 0);

        assertThat(standing(id)).isEqualTo("100000 300000");
        assertThat(topics.readAll(Topics.RECHARGE_CREDITED))
                .filteredOn(credited -> id.equals(credited.getConnectionId()))
                .singleElement()
                .returns(0L, RechargeCredited::getArrearsPaise)
                .returns(100_000L, RechargeCredited::getAvailablePaise);
    }

    private String connect(String id) {
        clock.set(NOON);
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(29)));
        service.awaitSettled();
        return id;
    }

    /** Booked a minute after noon. */
    private void arrears(String id, long paise) {
        topics.send(
                Topics.ACCOUNT_ENTRIES,
                AccountEntry.newBuilder()
                        .setEventId("arrears " + id)
                        .setOccurredAt(at(1))
                        .setDiscom("DVVNL")
                        .setConnectionId(id)
                        .setEntryId("A" + id)
                        .setKind(AccountEntryKind.ARREARS)
                        .setAmountPaise(paise)
                        .setDay(FIRST)
                        .setReason("taken over")
                        .build());
        service.awaitSettled();
    }

    private void recharge(String id, String transaction, long paise, int minute) {
        topics.send(Topics.RECHARGES, Sent.recharge(id, transaction, paise, at(minute)));
        service.awaitSettled();
    }

    private void reverse(String id, String transaction, long paise, int minute) {
        topics.send(
                Topics.RECHARGES,
                Recharge.newBuilder(Sent.recharge(id, transaction, paise, at(minute)))
                        .setEventId("reversal " + transaction)
                        .setStatus(RechargeStatus.REVERSED)
                        .build());
        service.awaitSettled();
    }

    private String standing(String id) {
        return service.text(
                "select a.posted_paise || ' ' || sum(e.arrears_paise) from account a join ledger_entry e using (connection_id)"
                        + " where connection_id = '" + id + "' group by a.connection_id");
    }

    private String splits(String id) {
        return service.text(
                "select coalesce(string_agg(cause || ' ' || amount_paise, ', ' order by cause), 'none') from ledger_entry"
                        + " where kind = 'SPLIT' and connection_id = '" + id + "'");
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
