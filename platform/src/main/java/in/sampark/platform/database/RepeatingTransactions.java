package in.sampark.platform.database;

import io.r2dbc.spi.R2dbcTransientException;
import java.time.Duration;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Transactions that are tried again when they lost a race for the same rows: a deadlock, a serialization failure, a version
 * that somebody else took. What is done within is done anew, so it must be a Mono that can be subscribed to again. Many
 * results are passed on as they come and can't be taken back: those are tried once.
 */
final class RepeatingTransactions implements TransactionalOperator {

    private static final int REPETITIONS = 4;
    private static final String ROLLED_BACK = "40"; // SQL's class of transactions that the database gave up
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final TransactionalOperator once;

    RepeatingTransactions(TransactionalOperator once) {
        this.once = once;
    }

    @Override
    public <T> Mono<T> transactional(Mono<T> work) {
        Mono<T> transaction = once.transactional(work);
        return within().flatMap(within -> within ? transaction : transaction.retryWhen(racesLost()));
    }

    @Override
    public <T> Flux<T> transactional(Flux<T> work) {
        return once.transactional(work);
    }

    @Override
    public <T> Flux<T> execute(TransactionCallback<T> action) {
        return once.execute(action);
    }

    /** Whether there is a transaction already: the failure is then its own, and only the whole of it can be tried again. */
    private static Mono<Boolean> within() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(TransactionSynchronizationManager::isActualTransactionActive)
                .onErrorReturn(NoTransactionException.class, false);
    }

    private static Retry racesLost() {
        return Retry.backoff(REPETITIONS, PAUSE)
                .filter(RepeatingTransactions::raceLost)
                .onRetryExhaustedThrow((spec, last) -> last.failure());
    }

    /** The driver's word for a deadlock is one that Spring does not know. */
    private static boolean raceLost(Throwable failure) {
        return failure instanceof ConcurrencyFailureException
                || failure.getCause() instanceof R2dbcTransientException transientFailure
                        && transientFailure.getSqlState() instanceof String state
                        && state.startsWith(ROLLED_BACK);
    }
}
