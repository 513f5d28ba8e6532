package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Change;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Follows balances in the transaction that changes them, as they are told: not for every reading. */
@FunctionalInterface
public interface BalanceFollower {

    /** @param told changes that tell their balance, at least one; their accounts are locked */
    Mono<Void> follow(List<Change> told, Instant now);
}
