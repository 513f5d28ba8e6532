package in.sampark.meter.balance;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** Follows what accounts are charged by, in the transaction that changes it. */
@FunctionalInterface
public interface TermsFollower {

    /** @param connectionIds whose terms are others now, perhaps none; their accounts are locked */
    Mono<Void> follow(Collection<String> connectionIds, Instant now);
}
