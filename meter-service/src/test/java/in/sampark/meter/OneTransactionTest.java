package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.recharge.CreditRecharges;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A gateway's transaction is booked once, whatever else is said under its id. */
@MeterServiceTest
class OneTransactionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Instant NOON = Midnight.starting(FIRST).plus(Duration.ofHours(12));

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    CreditRecharges creditRecharges;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void ofTwoConnectionsAtOnceItIsCreditedToOne() throws Exception {
        String one = connect("DVVNL:7232000001");
        String other = connect("DVVNL:7232000002");
        Decided decided = atOnce(Sent.recharge(one, "S1", 10_000, NOON), Sent.recharge(other, "S1", 10_000, NOON));

        assertThat(decided.first()).isEmpty();
        assertThat(decided.later())
                .extracting(Rejected::reason)
                .containsExactly("gatewayTransactionId: S1 of 10000 paise for " + other
                        + " (expected: as credited before, 10000 paise for " + one + ")");
        assertThat(posted(one) + " " + posted(other)).isEqualTo("10000 0");
    }

    @Test
    void aReversalOfAnotherConnectionThatIsDecidedBesideItsPaymentWaitsForNothing() throws Exception {
        String one = connect("DVVNL:7232000005");
        String other = connect("DVVNL:7232000006");
        Decided decided = atOnce(Sent.recharge(one, "S4", 10_000, NOON), reversal(other, "S4", 10_000));

        assertThat(decided.first()).isEmpty();
        assertThat(decided.later()).extracting(Rejected::reason).containsExactly(notTheWhole("S4", other, one));
        assertThat(waiting("S4")).isEqualTo("0");
    }

    @Test
    void aPaymentThatIsDecidedBesideAReversalOfAnotherConnectionRefusesIt() throws Exception {
        String one = connect("DVVNL:7232000007");
        String other = connect("DVVNL:7232000008");
        Decided decided = atOnce(reversal(other, "S5", 10_000), Sent.recharge(one, "S5", 10_000, NOON));

        assertThat(decided.first()).isEmpty();
        assertThat(decided.later()).extracting(Rejected::reason).containsExactly(notTheWhole("S5", other, one));
        assertThat(posted(one) + " " + waiting("S5")).isEqualTo("10000 0");
    }

    @Test
    void aReversalOfAnotherAmountOrConnectionHoldsUpNoPayment() {
        String id = connect("DVVNL:7232000003");
        String other = connect("DVVNL:7232000004");
        topics.send(Topics.RECHARGES, reversal(id, "S2", 30_000));
        topics.send(Topics.RECHARGES, reversal(other, "S3", 20_000));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(id, "S2", 20_000, NOON));
        topics.send(Topics.RECHARGES, Sent.recharge(id, "S3", 20_000, NOON));
        service.awaitSettled();
        assertThat(posted(id) + " " + posted(other)).isEqualTo("40000 0");
        topics.send(Topics.RECHARGES, reversal(id, "S2", 20_000));
        service.awaitSettled();

        assertThat(posted(id)).isEqualTo("20000");
    }

    /** What was rejected of two reports, of which the later one comes while the first is decided and not committed. */
    private record Decided(List<Rejected<Recharge>> first, List<Rejected<Recharge>> later) {}

    private Decided atOnce(Recharge first, Recharge later) throws Exception {
        CompletableFuture<List<Rejected<Recharge>>> ofLater = new CompletableFuture<>();
        Function<Integer, Mono<Boolean>> untilLaterWaitsOrEnds = holder -> Mono.fromCallable(() -> {
                    credit(later)
                            .as(transaction::transactional)
                            .subscribe(ofLater::complete, ofLater::completeExceptionally);
                    await().until(() -> ofLater.isDone() || somebodyWaitsFor(holder));
                    return true;
                })
                .subscribeOn(Schedulers.boundedElastic());
        List<Rejected<Recharge>> ofFirst = credit(first)
                .flatMap(rejected -> holder().flatMap(untilLaterWaitsOrEnds).thenReturn(rejected))
                .as(transaction::transactional)
                .block();
        return new Decided(Objects.requireNonNull(ofFirst), ofLater.get());
    }

    private Mono<List<Rejected<Recharge>>> credit(Recharge said) {
        return creditRecharges.credit(
                List.of(new Received<>(Topics.Name.RECHARGES, 0, 0, said.getConnectionId(), NOON, said)));
    }

    private Mono<Integer> holder() {
        return database.sql("select pg_backend_pid()").mapValue(Integer.class).one();
    }

    private boolean somebodyWaitsFor(int holder) {
        return !"0"
                .equals(service.text(
                        "select count(*) from pg_stat_activity where " + holder + " = any(pg_blocking_pids(pid))"));
    }

    private String connect(String id) {
        clock.set(NOON);
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(29)));
        service.awaitSettled();
        return id;
    }

    private static Recharge reversal(String id, String transaction, long paise) {
        return Recharge.newBuilder(Sent.recharge(id, transaction, paise, NOON))
                .setEventId("reversal " + transaction)
                .setStatus(RechargeStatus.REVERSED)
                .build();
    }

    private String posted(String id) {
        return service.text("select posted_paise from account where connection_id = '" + id + "'");
    }

    private String waiting(String transaction) {
        return service.text("select count(*) from early_reversal where gateway_transaction_id = '" + transaction + "'");
    }

    private static String notTheWhole(String transaction, String reversed, String credited) {
        return "gatewayTransactionId: " + transaction + " of 10000 paise for " + reversed
                + " (expected: the whole, as credited, 10000 paise for " + credited + ")";
    }
}
