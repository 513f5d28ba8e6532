package in.sampark.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.dispatch.r2dbc.Outcomes;
import in.sampark.notification.dispatch.r2dbc.Outcomes.Moved;
import in.sampark.notification.later.Later;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.operator.RaiseTasks;
import in.sampark.notification.plan.KeepUnreachable;
import in.sampark.notification.receipt.TakeReceipts;
import in.sampark.notification.receipt.domain.HandedOver;
import in.sampark.notification.recipient.Contacts;
import in.sampark.notification.recipient.ProvenContacts;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RecordOutcomesTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final TakeReceipts takeReceipts = mock();

    static List<RuntimeException> passing() {
        return List.of(
                new QueryTimeoutException("slow"),
                new PessimisticLockingFailureException("could not serialize access"),
                new DataAccessResourceFailureException("connection closed"),
                new CannotCreateTransactionException("no connection"),
                new TransactionSystemException("commit", new R2dbcNonTransientResourceException("going away")),
                new IllegalStateException(new IOException("reset")));
    }

    static List<RuntimeException> lasting() {
        return List.of(
                new DataIntegrityViolationException("null value in column"),
                new IllegalArgumentException("a mistake of ours"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aFailureThatTimeHealsIsTriedAgain(RuntimeException failure) {
        record(failure, Duration.ofSeconds(10)).block();

        assertThat(tries).hasValue(2);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void anyOtherFailureIsToldAtOnce(RuntimeException failure) {
        assertThatThrownBy(() -> record(failure, Duration.ofSeconds(10)).block())
                .isSameAs(failure);

        assertThat(tries).hasValue(1);
    }

    @Test
    void aDatabaseThatStaysAwayIsNotWaitedForForever() {
        assertThatThrownBy(() -> record(new QueryTimeoutException("slow"), Duration.ofMillis(50))
                        .block())
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whatAProviderCallsAMessageIsNotedWhenItTookIt() {
        Message message = new Message(
                new UUID(0, 7),
                "DVVNL",
                "event",
                "recipient",
                List.of("DVVNL:7300000001"),
                "low-balance",
                Lane.ALERT,
                "en",
                Map.of(),
                Instant.EPOCH,
                Instant.MAX,
                1,
                null);
        record(List.of(
                        new Ended(message, "", "msdg", new Verdict.Accepted("402-1")),
                        new Ended(message, "", "msdg", new Verdict.Failed("CODE_406")),
                        new Ended(message, "", null, new Verdict.Expired())))
                .block();

        verify(takeReceipts).around(eq(List.of(new HandedOver(new UUID(0, 7), "msdg", "402-1"))), any());
    }

    private Mono<Void> record(List<Ended> ended) {
        tries.incrementAndGet();
        return record(new IllegalStateException("not asked"), Duration.ofSeconds(10), ended);
    }

    private Mono<Void> record(RuntimeException failure, Duration recordFor) {
        return record(failure, recordFor, List.of());
    }

    /** Records against a database that fails the first time. */
    private Mono<Void> record(RuntimeException failure, Duration recordFor, List<Ended> ended) {
        Outcomes outcomes = mock();
        when(outcomes.record(any(), any(), any()))
                .thenAnswer(
                        asked -> tries.incrementAndGet() == 1 ? Mono.error(failure) : Mono.just(Map.<UUID, Moved>of()));
        when(takeReceipts.around(any(), any())).thenAnswer(asked -> asked.getArgument(1));
        Later later = mock();
        when(later.remove(any())).thenReturn(Mono.empty());
        when(later.add(any())).thenReturn(Mono.empty());
        KeepUnreachable keepUnreachable = mock();
        when(keepUnreachable.keep(any())).thenReturn(Mono.empty());
        AnnounceMessages announce = mock();
        when(announce.steps(any())).thenReturn(Mono.empty());
        return new RecordOutcomes(
                        outcomes,
                        later,
                        keepUnreachable,
                        new ReconsiderUnreachable(mock(Contacts.class), mock(ProvenContacts.class)),
                        takeReceipts,
                        announce,
                        mock(RaiseTasks.class, call -> Mono.empty()),
                        new NoTransaction(),
                        Clock.systemUTC(),
                        recordFor)
                .record(UUID.randomUUID(), ended);
    }

    private static final class NoTransaction implements TransactionalOperator {

        @Override
        public <T> Mono<T> transactional(Mono<T> work) {
            return work;
        }

        @Override
        public <T> Flux<T> transactional(Flux<T> work) {
            return work;
        }

        @Override
        public <T> Flux<T> execute(TransactionCallback<T> action) {
            throw new UnsupportedOperationException("execute");
        }
    }
}
