package in.sampark.consumer.otp;

import in.sampark.consumer.otp.domain.Spender;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What was spent of allowances, where every instance sees it. */
public interface SpentAllowances {

    /** When each of the spenders spent, oldest first, as far as is known without waiting. */
    Mono<Map<Spender, List<Instant>>> find(Collection<Spender> spenders, Instant since);

    /**
     * When each of the spenders spent, oldest first. Nobody else spends for any of them until the transaction ends.
     */
    Mono<Map<Spender, List<Instant>>> lock(Collection<Spender> spenders, Instant since);

    /** Notes that each of them spends once. */
    Mono<Void> spend(Collection<Spender> spenders, Instant at);

    /** Forgets what was spent before. */
    Mono<Void> forget(Instant before);
}
