package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.meter.Balance;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MeterServiceTest
class ModeSwitchTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Test
    void postpaidAndBackIsSettledAndNoDayIsChargedTwice() {
        String id = "DVVNL:7181000001";
        declare(id, 1, BillingMode.PREPAID, null, 1);
        topics.send(Topics.RECHARGES, Sent.recharge(id, "M1", 100_000, at(1)));
        days(id, 1, 3);
        declare(id, 2, BillingMode.POSTPAID, day(3), 4);
        days(id, 4, 5);
        declare(id, 3, BillingMode.PREPAID, null, 6);
        days(id, 6, 6);

        assertThat(ledger(id)).isEqualTo("""
                DAY_CHARGE 2026-09-01 5000 -3587
                RECHARGE 2026-09-01 0 100000
                DAY_CHARGE 2026-09-02 5000 -3589
                ADJUSTMENT 2026-09-03 0 3588
                DAY_CHARGE 2026-09-03 5000 -3588
                DAY_CHARGE 2026-09-04 5000 0
                DAY_CHARGE 2026-09-05 5000 0
                DAY_CHARGE 2026-09-06 5000 -3588""");
        assertThat(service.text("select concat_ws(' ', billing_mode, mode_from, posted_paise) from account"
                        + " where connection_id = '" + id + "'"))
                .isEqualTo("PREPAID 2026-09-06 89236");
        assertThat(service.text("select string_agg(concat_ws(' ', from_day, billing_mode), ', ' order by from_day)"
                        + " from account_terms where connection_id = '" + id + "'"))
                .isEqualTo("2026-09-01 PREPAID, 2026-09-03 POSTPAID, 2026-09-06 PREPAID");
        assertThat(topics.readAll(Topics.BALANCES))
                .filteredOn(balance -> balance.getConnectionId().equals(id))
                .last()
                .returns(89_236L, Balance::getPostedPaise);
    }

    @Test
    void whatABatchSaysOneAfterTheOtherIsFollowedOneAfterTheOther() {
        String id = "DVVNL:7181000002";
        declare(id, 1, BillingMode.PREPAID, null, 1);
        days(id, 1, 4);
        clock.set(at(5));
        topics.send(Topics.CONNECTIONS, connection(id, 2, BillingMode.POSTPAID, day(2), 5));
        topics.send(Topics.CONNECTIONS, connection(id, 3, BillingMode.PREPAID, day(4), 5));
        service.awaitSettled();

        assertThat(service.text(
                        "select string_agg(paise::text, ' ' order by day) from (select day, sum(amount_paise) as paise"
                                + " from ledger_entry where connection_id = '" + id + "' group by day) days"))
                .isEqualTo("-3587 0 0 -3587");
    }

    @Test
    void aSwitchTooFarBackIsSetAsideWithItsReasonAndThePlaceIsFollowed() {
        String id = "DVVNL:7181000003";
        declare(id, 1, BillingMode.PREPAID, null, 1);
        days(id, 1, 4);
        clock.set(at(5).plus(Duration.ofDays(60)));
        service.awaitSettled();
        Connection moved = Connection.newBuilder(connection(id, 2, BillingMode.POSTPAID, day(2), 65))
                .setFeederCode("F9")
                .build();
        topics.send(Topics.CONNECTIONS, moved);
        service.awaitSettled();

        assertThat(topics.readAllBytes(Topics.CONNECTIONS.deadLetters("meter-service")))
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .contains("terms from: 2026-09-02, a day posted before (expected: at least 2026-09-30)");
        assertThat(service.text("select feeder_code from connection where connection_id = '" + id + "'"))
                .isEqualTo("F9");
    }

    @Test
    void aBeginningTooFarBackIsSetAsideOnceAndHoldsUpNothingElse() {
        String id = "DVVNL:7237000001";
        topics.send(Topics.CONNECTIONS, supplied(id, 1, FIRST, BillingMode.PREPAID, 1));
        days(id, 1, 4);
        clock.set(at(65));
        service.awaitSettled();
        topics.send(Topics.CONNECTIONS, supplied(id, 2, day(3), BillingMode.PREPAID, 65));
        service.awaitSettled();
        topics.send(Topics.CONNECTIONS, supplied(id, 3, day(3), BillingMode.POSTPAID, 65));
        service.awaitSettled();

        assertThat(topics.readAllBytes(Topics.CONNECTIONS.deadLetters("meter-service")))
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .containsOnlyOnce("terms from: 2026-09-01, a day posted before (expected: at least 2026-09-30)");
        assertThat(service.text("select concat_ws(' ', billing_mode, supply_from) from account where connection_id = '"
                        + id + "'"))
                .isEqualTo("POSTPAID 2026-09-01");
    }

    private static Connection supplied(String id, long version, LocalDate from, BillingMode mode, int on) {
        return Connection.newBuilder(connection(id, version, mode, null, on))
                .setSupplyFrom(from)
                .setSupplyTo(null)
                .build();
    }

    private void declare(String id, long version, BillingMode mode, @Nullable LocalDate from, int on) {
        clock.set(at(on));
        topics.send(Topics.CONNECTIONS, connection(id, version, mode, from, on));
        service.awaitSettled();
    }

    private static Connection connection(String id, long version, BillingMode mode, @Nullable LocalDate from, int on) {
        return Connection.newBuilder(Sent.connection(id, version, FIRST, FIRST.plusDays(29)))
                .setOccurredAt(at(on))
                .setBillingMode(mode)
                .setBillingModeFrom(from)
                .build();
    }

    private void days(String id, int first, int last) {
        for (int n = first; n <= last; n++) {
            clock.set(Midnight.ending(day(n)));
            topics.send(Topics.METER_READINGS, Sent.reading(id, new Register(Midnight.ending(day(n)), n * 5_000L)));
            service.awaitSettled();
        }
        clock.set(Midnight.ending(day(last)).plus(Duration.ofHours(1)));
        service.awaitSettled();
    }

    private String ledger(String id) {
        return service.text("select string_agg(concat_ws(' ', kind, day, wh, amount_paise), E'\\n' order by day, kind)"
                + " from ledger_entry where connection_id = '" + id + "'");
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1L);
    }

    private static Instant at(int day) {
        return Midnight.starting(day(day)).plus(Duration.ofHours(12));
    }
}
