package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Account;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The accounts. All methods join the caller's transaction. */
public interface Accounts {

    /**
     * The accounts of those connections that have one. They stay locked until the transaction ends; locks are taken in the order of the
     * connection ids, so that batches wait for each other and never in a circle.
     */
    Mono<Map<String, Account>> lock(Collection<String> connectionIds);

    /** Adds accounts that are not there yet. */
    Mono<Void> open(Collection<Account> accounts);

    /** Writes accounts locked before. */
    Mono<Void> save(Collection<Account> accounts);

    /** Writes accounts locked before of which nothing has changed but the latest register and the energy of days not yet posted. */
    Mono<Void> saveUse(Collection<Account> accounts);

    /** Some connections with a day to post up to and including a day, those waiting longest first, without some of them. */
    Mono<List<String>> due(LocalDate through, Collection<String> without, int atMost);

    /** How many connections have a day to post up to and including a day. */
    Mono<Long> countDue(LocalDate through);
}
