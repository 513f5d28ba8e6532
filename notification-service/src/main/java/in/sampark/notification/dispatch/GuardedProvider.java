package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.DispatchSettings.BreakerSettings;
import in.sampark.notification.dispatch.domain.Rank;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/** A provider behind a circuit breaker: while it fails it is spared, and asked now and then whether it is well. */
final class GuardedProvider {

    /** What comes of waiting for one's turn. */
    enum Turn {
        COME,
        TOO_LATE,
        /** In the meantime the provider failed too often. */
        SPARED
    }

    private static final Logger log = LoggerFactory.getLogger(GuardedProvider.class);

    private static final String COUNTER = "sampark.provider.outcomes";
    private static final Mono<Turn> COME = Mono.just(Turn.COME);

    /** Nearly all answers come long before their time is up: this forgets a time-out at less cost than a scheduler, which keeps them in order. */
    private static final Timer PATIENCE = new HashedWheelTimer(new DefaultThreadFactory("provider-patience", true));

    private final SmsProvider provider;
    private final Duration timeout;
    private final @Nullable Turns turns;
    private final CircuitBreaker breaker;
    private final MeterRegistry meters;

    /**
     * @param timeout longest time to wait for an outcome
     * @param turns of a provider with a rate; null for one that takes whatever comes
     * @param clock by which it is spared
     */
    GuardedProvider(
            SmsProvider provider,
            Duration timeout,
            @Nullable Turns turns,
            BreakerSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.provider = provider;
        this.timeout = timeout;
        this.meters = meters;
        this.turns = turns;
        this.breaker = CircuitBreaker.of(provider.name(), config(settings, clock));
        breaker.getEventPublisher()
                .onStateTransition(event -> log.warn("provider {}: {}", provider.name(), event.getStateTransition()));
        Gauge.builder("sampark.provider.spared", this, guarded -> guarded.spared() ? 1 : 0)
                .description("1 while a provider that failed is asked for trials at most")
                .tag("provider", provider.name())
                .register(meters);
    }

    String name() {
        return provider.name();
    }

    /**
     * Whether a text may be sent now; then one has to be. One thread at a time: several that end the same pause would call each
     * other in circles until the new state is there, and might run out of stack.
     */
    synchronized boolean mayBeAsked() {
        return breaker.tryAcquirePermission();
    }

    /** Waits until a text that may be sent may be sent at once; whatever else comes of it, it is not to be sent. */
    Mono<Turn> turn(Rank rank, Deadline latest) {
        if (turns == null) {
            return COME;
        }
        return turns.turn(rank, latest)
                .map(come -> breaker.getState() == CircuitBreaker.State.OPEN
                        ? Turn.SPARED
                        : come ? Turn.COME : Turn.TOO_LATE)
                .doOnNext(turn -> {
                    if (turn != Turn.COME) {
                        breaker.releasePermission();
                    }
                })
                .doOnCancel(breaker::releasePermission);
    }

    /** How many messages each of so many listeners had better claim for it now. */
    int room(Rank rank, int listeners) {
        return turns == null ? Integer.MAX_VALUE : turns.room(rank, listeners);
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** The port promises an outcome in time; whatever a provider's code does instead is an unknown one. */
    Mono<Outcome> send(OutgoingSms sms) {
        long begun = breaker.getCurrentTimestamp();
        return Mono.<Outcome>create(answer -> ask(sms, answer)).doOnNext(outcome -> {
            breaker.onResult(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), outcome);
            meters.counter(COUNTER, "provider", name(), "outcome", outcome.word())
                    .increment();
        });
    }

    private void ask(OutgoingSms sms, MonoSink<Outcome> answer) {
        Disposable.Swap asking = Disposables.swap();
        Timeout patience = PATIENCE.newTimeout(
                end -> Schedulers.parallel().schedule(() -> {
                    answer.success(unknown(new TimeoutException()));
                    asking.dispose();
                }),
                timeout.toNanos(),
                TimeUnit.NANOSECONDS);
        answer.onDispose(patience::cancel);
        asking.replace(Mono.defer(() -> provider.send(sms))
                .defaultIfEmpty(new Outcome.Unknown("NO_OUTCOME"))
                .subscribe(answer::success, failure -> answer.success(unknown(failure))));
        answer.onCancel(() -> {
            asking.dispose();
            breaker.releasePermission();
        });
    }

    private static Outcome unknown(Throwable failure) {
        return new Outcome.Unknown(failure.getClass().getSimpleName());
    }

    private boolean spared() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    private static CircuitBreakerConfig config(BreakerSettings settings, Clock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(settings.window(), settings.window(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failures())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .recordResult(result -> result instanceof Outcome outcome && outcome.failure())
                .build();
    }
}
