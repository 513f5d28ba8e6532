package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Midnight;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Posts every day that is due for every connection, a page of connections a transaction. Each account remembers how far it is posted: a step that is
 * cut off leaves nothing behind, and however many days were missed, each is charged once, in order.
 *
 * <p>An account that cannot be decided holds up no other: it is set aside until all others are posted, tried again at the next wake, and counted
 * in the backlog all along.
 */
public final class PostDays {

    private static final Logger log = LoggerFactory.getLogger(PostDays.class);

    private final Accounts accounts;
    private final KeepChanges keepChanges;
    private final Bookkeeping books;
    private final PostingSettings settings;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private final Set<String> setAside = ConcurrentHashMap.newKeySet();

    PostDays(
            Accounts accounts,
            KeepChanges keepChanges,
            Bookkeeping books,
            PostingSettings settings,
            Clock clock,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.keepChanges = keepChanges;
        this.books = books;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Posts one page; answers whether there may be more. */
    public Mono<Boolean> postPage() {
        return Mono.defer(() -> post(clock.instant())).as(transaction::transactional);
    }

    /** How many connections have days due that are not posted, for whatever reason. */
    public Mono<Long> backlog() {
        return Mono.defer(() -> accounts.countDue(lastDay(clock.instant())));
    }

    private Mono<Boolean> post(Instant now) {
        LocalDate through = lastDay(now);
        return accounts.due(through, List.copyOf(setAside), settings.page())
                .flatMap(due -> due.isEmpty() ? rest() : post(due, through, now));
    }

    /** Nothing more until the next wake, which tries those set aside again. */
    private Mono<Boolean> rest() {
        setAside.clear();
        return Mono.just(false);
    }

    private Mono<Boolean> post(List<String> due, LocalDate through, Instant now) {
        return accounts.lock(due)
                .flatMap(locked -> keepChanges.keep(posted(locked.values(), through), now))
                .thenReturn(true);
    }

    private List<Change> posted(Collection<Account> locked, LocalDate through) {
        return locked.stream()
                .map(account -> posted(account, through))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Change> posted(Account account, LocalDate through) {
        try {
            return Optional.of(books.post(account, through));
        } catch (RuntimeException e) {
            // deciding reads and writes nothing, so trying the page again would fail in the same way
            log.error("posting: {} cannot be posted through {}, set aside", account.connectionId(), through, e);
            setAside.add(account.connectionId());
            return Optional.empty();
        }
    }

    private LocalDate lastDay(Instant now) {
        return Midnight.lastDayToPost(now, settings.at());
    }
}
