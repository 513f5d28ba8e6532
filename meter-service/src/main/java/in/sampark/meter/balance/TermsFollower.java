package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.NewTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** Follows what accounts are charged by, in the transaction that changes it. */
@FunctionalInterface
public interface TermsFollower {

    /**
     * @param terms that accounts have been put under, perhaps none; the accounts are locked
     * @param earliest first day of those posted days that are settled anew
     */
    Mono<Void> follow(List<NewTerms> terms, LocalDate earliest, Instant now);
}
