package in.sampark.consumer.otp;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.otp.domain.Allowance;
import in.sampark.consumer.otp.domain.Spender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Keeps codes and guesses within their limits, across all instances. */
public class SpendAllowances {

    private final SpentAllowances spent;
    private final OtpSettings settings;

    SpendAllowances(SpentAllowances spent, OtpSettings settings) {
        this.spent = spent;
        this.settings = settings;
    }

    /** What a code counts against, whoever asks for it. */
    public Map<Spender, Allowance> ofSending(MobileNumber number, ConnectionId connection) {
        return settings.ofSending(number, connection);
    }

    /** What a code counts against that is held back, when it is asked for. */
    public Map<Spender, Allowance> ofHolding(MobileNumber number, ConnectionId connection) {
        return settings.ofHolding(number, connection);
    }

    /** What it counts against when it is sent. */
    public Map<Spender, Allowance> ofNumber(MobileNumber number) {
        return settings.ofNumber(number);
    }

    /**
     * Spends one of each allowance if every one of them has one left, and otherwise of none. Joins the caller's
     * transaction.
     *
     * @return how long to wait; empty when they were spent
     */
    public Mono<Optional<Duration>> spend(Map<Spender, Allowance> wanted, Instant at) {
        Instant since = wanted.values().stream()
                .map(allowance -> allowance.countedFrom(at))
                .min(Instant::compareTo)
                .orElse(at);
        return spent.find(wanted.keySet(), since)
                .map(seen -> longestWait(wanted, seen, at))
                .flatMap(wait -> wait.isPresent() ? Mono.just(wait) : spend(wanted, since, at));
    }

    /** Whoever has nothing left is told so above, without waiting for those who have. */
    private Mono<Optional<Duration>> spend(Map<Spender, Allowance> wanted, Instant since, Instant at) {
        return spent.lock(wanted.keySet(), since).flatMap(earlier -> {
            Optional<Duration> wait = longestWait(wanted, earlier, at);
            return wait.isPresent()
                    ? Mono.just(wait)
                    : spent.spend(wanted.keySet(), at).thenReturn(wait);
        });
    }

    private static Optional<Duration> longestWait(
            Map<Spender, Allowance> wanted, Map<Spender, List<Instant>> earlier, Instant at) {
        return wanted.entrySet().stream()
                .flatMap(one -> one.getValue().wait(earlier.getOrDefault(one.getKey(), List.of()), at).stream())
                .max(Duration::compareTo);
    }
}
