package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who asks often at once keeps nobody else waiting. */
@ConsumerTest
class CrowdTest {

    private static final int MANY = 40;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void oneAddressTakesFewConnectionsHoweverManyGuessAtOnce() throws Exception {
        Row row = imported("6020000001");
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            List<Future<Integer>> guesses = whileNothingCanBeSpent(() -> {
                List<Future<Integer>> started = IntStream.range(0, MANY)
                        .mapToObj(i -> threads.submit(
                                () -> status(api.confirm(UUID.randomUUID().toString(), "000000", "203.0.113.71"))))
                        .toList();
                await().until(() -> started.stream().filter(Future::isDone).count() == MANY - 4);
                assertThat(waiting()).isEqualTo(4);
                assertThat(status(api.get("connections/" + row.connectionId() + "/contact", "officer", MATHURA)))
                        .isEqualTo(200);
                return started;
            });

            List<Integer> answers = guesses.stream().map(CrowdTest::answer).toList();
            assertThat(answers.stream().filter(status -> status == 429)).hasSize(MANY - 4);
            assertThat(answers.stream().filter(status -> status == 410)).hasSize(4);
        }
    }

    @Test
    void whoHasNothingLeftIsToldSoWithoutWaiting() throws Exception {
        Row row = imported("6020000002");
        api.challenge(row.connectionId(), "9811670001");
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> sent = whileNothingCanBeSpent(() -> {
                Future<Integer> started = threads.submit(() -> status(api.send(row.connectionId(), "9811670002")));
                await().until(() -> waiting() == 1);
                assertThat(status(api.send(row.connectionId(), "9811670001"))).isEqualTo(429);
                return started;
            });

            assertThat(sent.get()).isEqualTo(202);
        }
    }

    private <T> T whileNothingCanBeSpent(Callable<T> work) {
        return database.sql("lock table allowance_spent in share mode")
                .then()
                .then(Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()))
                .as(transaction::transactional)
                .blockOptional()
                .orElseThrow();
    }

    private long waiting() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """).mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private Row imported(String account) {
        Row row = Row.of(account);
        assertThat(api.imported(Row.file(row)).taken()).isOne();
        return row;
    }

    private static int answer(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }
}
