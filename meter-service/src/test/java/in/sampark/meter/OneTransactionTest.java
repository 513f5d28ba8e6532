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
import java.util.concurrent.CompletableFuture;
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
        CompletableFuture<List<Rejected<Recharge>>> later = new CompletableFuture<>();
        Mono<Boolean> whileLaterWaits = Mono.fromCallable(() -> {
                    credit(other).subscribe(later::complete, later::completeExceptionally);
                    await().until(this::somebodyWaitsForARecharge);
                    return true;
                })
                .subscribeOn(Schedulers.boundedElastic());
        List<Rejected<Recharge>> first = creditRecharges
                .credit(List.of(received(one)))
                .flatMap(rejected -> whileLaterWaits.thenReturn(rejected))
                .as(transaction::transactional)
                .block();

        assertThat(first).isEmpty();
        assertThat(later.get())
                .extracting(Rejected::reason)
                .containsExactly("gatewayTransactionId: S1 of 10000 paise for " + other
                        + " (expected: as credited before, 10000 paise for " + one + ")");
        assertThat(posted(one) + " " + posted(other)).isEqualTo("10000 0");
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

    private Mono<List<Rejected<Recharge>>> credit(String id) {
        return creditRecharges.credit(List.of(received(id))).as(transaction::transactional);
    }

    private boolean somebodyWaitsForARecharge() {
        return !"0"
                .equals(service.text("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock' and query like '%into recharge %'"));
    }

    private String connect(String id) {
        clock.set(NOON);
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(29)));
        service.awaitSettled();
        return id;
    }

    private static Received<Recharge> received(String id) {
        return new Received<>(Topics.Name.RECHARGES, 0, 0, id, NOON, Sent.recharge(id, "S1", 10_000, NOON));
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
}
