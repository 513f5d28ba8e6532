package in.sampark.meter.supply;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Looks at connections where something changes by the clock alone: a credit is over, an opening begins, a restoration is late. A page a
 * transaction; each row knows when to be looked at next, so a step that is cut off leaves nothing behind, and nobody else is looked at.
 *
 * <p>A connection that cannot be decided holds up no other: it is set aside until all others are done, tried again at the next wake, and counted
 * in the backlog all along.
 */
final class LookAtSupply {

    private static final Logger log = LoggerFactory.getLogger(LookAtSupply.class);

    private final Accounts accounts;
    private final Supplies supplies;
    private final KeepSupply keepSupply;
    private final Bookkeeping books;
    private final int page;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private final Set<String> setAside = ConcurrentHashMap.newKeySet();

    LookAtSupply(
            Accounts accounts,
            Supplies supplies,
            KeepSupply keepSupply,
            Bookkeeping books,
            int page,
            Clock clock,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.supplies = supplies;
        this.keepSupply = keepSupply;
        this.books = books;
        this.page = page;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks at one page; answers whether there may be more. */
    Mono<Boolean> lookAtPage() {
        return Mono.defer(() -> look(clock.instant())).as(transaction::transactional);
    }

    /** How many connections are to be looked at by now, for whatever reason they were not. */
    Mono<Long> backlog() {
        return Mono.defer(() -> supplies.countDue(clock.instant()));
    }

    private Mono<Boolean> look(Instant now) {
        return supplies.due(now, List.copyOf(setAside), page)
                .flatMap(due -> due.isEmpty() ? rest() : look(due, now).thenReturn(true));
    }

    /** Nothing more until the next wake, which tries those set aside again. */
    private Mono<Boolean> rest() {
        setAside.clear();
        return Mono.just(false);
    }

    private Mono<Void> look(List<String> due, Instant now) {
        return accounts.lock(due)
                .flatMap(locked ->
                        supplies.of(due).flatMap(watched -> keepSupply.keep(seen(due, locked, watched, now), now)));
    }

    private List<Seen> seen(List<String> due, Map<String, Account> locked, Map<String, Watched> watched, Instant now) {
        return due.stream()
                .map(id -> seen(id, locked.get(id), watched.get(id), now))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Seen> seen(String id, @Nullable Account account, @Nullable Watched watched, Instant now) {
        try {
            if (account == null || watched == null) throw new IllegalStateException("no account (expected: one)");
            long available = books.availablePaise(account, now);
            return Optional.of(
                    new Seen(watched, watched.supply(), Standings.of(account, available, now), account.recent(), null));
        } catch (RuntimeException e) {
            // deciding reads and writes nothing, so trying the page again would fail in the same way
            log.error("supply: {} cannot be decided at {}, set aside", id, now, e);
            setAside.add(id);
            return Optional.empty();
        }
    }
}
