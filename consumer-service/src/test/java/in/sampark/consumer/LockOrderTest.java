package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.consumer.ConsumerApi.Challenge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whoever takes more than a connection's contact takes the contact first, so that no two wait for each other. */
@ConsumerTest
class LockOrderTest {

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void guessWaitsForTheContactWithoutTheChallenge() throws Exception {
        Row row = imported("6010000001");
        Challenge challenge = api.challenge(row.connectionId(), "9811660001");
        String code = api.code(challenge);

        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> answer = whileHoldingTheContact(
                    row,
                    () -> threads.submit(() -> status(api.verify(challenge.challengeId(), code))),
                    "select connection_id from otp_challenge where connection_id = :id for update nowait");

            assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    void settlementWaitsForTheContactWithoutTheChange() throws Exception {
        Row row = imported("6010000002");
        Challenge challenge = ConsumerApi.body(
                api.ask(
                        Map.of(
                                "discom",
                                "DVVNL",
                                "accountNo",
                                row.accountNo(),
                                "mobile",
                                "9811660002",
                                "meterNo",
                                "MH01"),
                        "203.0.113.61"),
                Challenge.class);
        String code = api.code(challenge);

        int answer = whileHoldingTheContact(
                row,
                () -> status(api.confirm(challenge.challengeId(), code, "203.0.113.61")),
                "select connection_id from number_change where connection_id = :id for update nowait");

        assertThat(answer).isEqualTo(200);
    }

    @Test
    void erasureAndProofAtOnceBothHaveAnAnswer() throws Exception {
        for (int i = 10; i < 20; i++) {
            clock.advance(Duration.ofMinutes(1));
            Row row = imported("60100000" + i);
            Challenge challenge = api.challenge(row.connectionId(), "98116600" + i);
            String code = api.code(challenge);

            List<Integer> answers = atOnce(List.of(
                    () -> status(api.verify(challenge.challengeId(), code)),
                    () -> status(api.erase(row.connectionId(), "requested", MATHURA))));

            assertThat(answers.get(0)).isIn(200, 404);
            assertThat(answers.get(1)).isIn(200, 412);
        }
    }

    /**
     * Starts work that comes to want the contact, and takes, while the work waits, what it may not hold yet.
     *
     * @param taking fails at once where somebody else holds it
     */
    private <T> T whileHoldingTheContact(Row row, Callable<T> work, String taking) {
        Mono<T> waiting = Mono.fromCallable(() -> {
                    T started = work.call();
                    await().until(this::somebodyWaitsForAContact);
                    return started;
                })
                .subscribeOn(Schedulers.boundedElastic());
        T started = sql("select connection_id from contact where connection_id = :id for update", row)
                .then(waiting)
                .flatMap(done -> sql(taking, row).thenReturn(done))
                .as(transaction::transactional)
                .block();
        return Objects.requireNonNull(started);
    }

    private Mono<Map<String, Object>> sql(String sql, Row row) {
        return database.sql(sql).bind("id", row.connectionId()).fetch().one();
    }

    private boolean somebodyWaitsForAContact() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock' and query like '%from contact %'
                        """).mapValue(Long.class).one().blockOptional().orElseThrow() > 0;
    }

    private Row imported(String account) {
        Row row = Row.of(account);
        assertThat(api.imported(Row.file(row)).taken()).isOne();
        return row;
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
