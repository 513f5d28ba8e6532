package in.sampark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import in.sampark.platform.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Who loses a race for the same rows runs again. */
class RepeatingTransactionsTest {

    private static TestDatabase database;

    private final TransactionalOperator transaction = new RepeatingTransactions(database.transaction());
    private final AtomicInteger tries = new AtomicInteger();

    @BeforeAll
    static void makeTable() {
        database = TestDatabase.named("repeating");
        client().sql("create table held (id int primary key, times int not null)")
                .then()
                .block();
        client().sql("insert into held select id, 0 from generate_series(1, 9) as all_of_them (id)")
                .then()
                .block();
    }

    @Test
    void bothOfTwoThatWaitForEachOtherSucceed() {
        Sinks.Empty<Void> first = Sinks.empty();
        Sinks.Empty<Void> second = Sinks.empty();

        Mono.when(both(1, 2, first, second), both(2, 1, second, first)).block();

        assertThat(tries).hasValue(3);
        assertThat(times(1)).isEqualTo(2);
        assertThat(times(2)).isEqualTo(2);
    }

    @Test
    void raceThatIsLostAgainAndAgainFails() {
        Mono<Void> work = Mono.defer(() -> {
            tries.incrementAndGet();
            return Mono.error(new OptimisticLockingFailureException("again"));
        });

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> transaction.transactional(work).block())
                .withMessage("again");
        assertThat(tries).hasValue(5);
    }

    @Test
    void whatTimeDoesNotHealIsTriedOnce() {
        Mono<Void> work = Mono.defer(() -> {
            tries.incrementAndGet();
            return Mono.error(new IllegalStateException("for good"));
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.transactional(work).block());
        assertThat(tries).hasValue(1);
    }

    @Test
    void partOfATransactionIsRepeatedWithTheWhole() {
        Mono<Integer> part = Mono.defer(() -> tries.incrementAndGet() < 3
                ? Mono.error(new PessimisticLockingFailureException("lost"))
                : Mono.just(tries.get()));
        Mono<Integer> whole = counted(3).then(transaction.transactional(part));

        assertThat(transaction.transactional(whole).block()).isEqualTo(3);
        assertThat(times(3)).isEqualTo(1);
    }

    /** Takes a row, and another when the other transaction has taken that one. */
    private Mono<Void> both(int one, int other, Sinks.Empty<Void> mine, Sinks.Empty<Void> theirs) {
        Mono<Void> work = Mono.defer(() -> {
            tries.incrementAndGet();
            return counted(one)
                    .doOnSuccess(done -> mine.tryEmitEmpty())
                    .then(theirs.asMono())
                    .then(counted(other));
        });
        return transaction.transactional(work);
    }

    private static Mono<Void> counted(int id) {
        return client().sql("update held set times = times + 1 where id = " + id)
                .then();
    }

    private static long times(int id) {
        return database.count("select times::bigint from held where id = " + id);
    }

    private static DatabaseClient client() {
        return database.client();
    }
}
