package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.meter.balance.PostDays;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@MeterServiceTest
class PostingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    PostDays postDays;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void catchesUpOnEveryDayMissed() {
        String id = "DVVNL:7110000001";
        start(id);
        read(id, 1, 5_000);
        assertThat(ledger(id)).isEqualTo("RECHARGE 2026-06-01 0 100000");

        clock.set(Midnight.ending(day(4)).plus(Duration.ofMinutes(31)));
        service.awaitSettled();

        assertThat(ledger(id)).isEqualTo("""
                        RECHARGE 2026-06-01 0 100000
                        DAY_CHARGE 2026-06-01 5000 -3587
                        DAY_CHARGE 2026-06-02 0 -757
                        DAY_CHARGE 2026-06-03 0 -755
                        DAY_CHARGE 2026-06-04 0 -754""");
    }

    @Test
    void aDayIsNotPostedBeforeItsTime() {
        String id = "DVVNL:7110000002";
        start(id);
        clock.set(Midnight.ending(day(1)).plus(Duration.ofMinutes(29)));
        service.awaitSettled();

        assertThat(ledger(id)).isEqualTo("RECHARGE 2026-06-01 0 100000");
    }

    @Test
    void aPageThatIsCutOffLeavesNothingAndIsPostedLater() {
        String id = "DVVNL:7110000003";
        start(id);
        String before = service.text("select a::text from account a where connection_id = '" + id + "'");
        clock.setUnnoticed(Midnight.ending(day(2)).plus(Duration.ofHours(1)));
        assertThatThrownBy(() -> postDays.postPage()
                        .then(Mono.error(new IllegalStateException("killed")))
                        .as(transaction::transactional)
                        .block())
                .hasMessage("killed");
        assertThat(service.text("select a::text from account a where connection_id = '" + id + "'"))
                .isEqualTo(before);
        assertThat(postDays.backlog().block()).isPositive();

        clock.set(Midnight.ending(day(2)).plus(Duration.ofHours(1)));
        service.awaitSettled();
        assertThat(ledger(id)).endsWith("DAY_CHARGE 2026-06-02 0 -756");
    }

    @Test
    void aReadingThatCrossesARungNamesItsCauseAndAMidnightDoesNot() {
        String id = "DVVNL:7110000004";
        start(id);
        clock.set(Midnight.ending(day(1)));
        Register register = new Register(Midnight.ending(day(1)), 130_000);
        topics.send(Topics.METER_READINGS, Sent.reading(id, register));
        service.awaitSettled();
        clock.set(Midnight.ending(day(29)).plus(Duration.ofHours(1)));
        service.awaitSettled();

        assertThat(topics.readAll(Topics.LOW_BALANCE))
                .filteredOn(low -> low.getConnectionId().equals(id))
                .extracting(LowBalance::getRungValue, LowBalance::getCausationId)
                .containsExactly(tuple(30L, "reading " + id + " " + register.at()), tuple(10L, null));
    }

    @Test
    void anAccountThatCannotBeDecidedHoldsUpNoOther() {
        String broken = "DVVNL:7110000005";
        String sound = "DVVNL:7110000006";
        start(broken);
        start(sound);
        setLastRecharge(broken, 4_000_000_000_000_000_000L);

        clock.set(Midnight.ending(day(2)).plus(Duration.ofHours(1)));
        await().untilAsserted(() -> assertThat(ledger(sound)).endsWith("DAY_CHARGE 2026-06-02 0 -756"));
        await().untilAsserted(() -> assertThat(postDays.backlog().block()).isOne());
        assertThat(ledger(broken)).isEqualTo("RECHARGE 2026-06-01 0 100000");

        setLastRecharge(broken, 100_000);
        clock.set(Midnight.ending(day(2)).plus(Duration.ofHours(1)));
        service.awaitSettled();
        assertThat(ledger(broken)).endsWith("DAY_CHARGE 2026-06-02 0 -756");
    }

    private void setLastRecharge(String id, long paise) {
        service.text("update account set last_recharge_paise = " + paise + " where connection_id = '" + id
                + "' returning connection_id");
    }

    private void start(String id) {
        Instant noon = Midnight.starting(FIRST).plus(Duration.ofHours(12));
        clock.set(noon);
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, LAST));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(id, "T" + id, 100_000, noon));
        service.awaitSettled();
    }

    private void read(String id, int day, long wh) {
        clock.set(Midnight.ending(day(day)));
        topics.send(Topics.METER_READINGS, Sent.reading(id, new Register(Midnight.ending(day(day)), wh)));
        service.awaitSettled();
    }

    private String ledger(String id) {
        return service.text(
                "select string_agg(concat_ws(' ', kind, day, wh, amount_paise), E'\\n' order by at) from ledger_entry"
                        + " where connection_id = '" + id + "'");
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1L);
    }
}
