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
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Posts every day that is due for every connection, a page of connections a transaction. Each account remembers how far it is posted: a step that is
 * cut off leaves nothing behind, and however many days were missed, each is charged once, in order.
 */
public final class PostDays {

    private final Accounts accounts;
    private final KeepChanges keepChanges;
    private final Bookkeeping books;
    private final PostingSettings settings;
    private final Clock clock;
    private final TransactionalOperator transaction;

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

    /** How many connections have days due that are not posted. */
    public Mono<Long> backlog() {
        return Mono.defer(() -> accounts.countDue(lastDay(clock.instant())));
    }

    private Mono<Boolean> post(Instant now) {
        LocalDate through = lastDay(now);
        return accounts.due(through, settings.page())
                .flatMap(due -> due.isEmpty() ? Mono.just(false) : post(due, through, now));
    }

    private Mono<Boolean> post(List<String> due, LocalDate through, Instant now) {
        return accounts.lock(due)
                .flatMap(locked -> keepChanges.keep(posted(locked.values(), through), now))
                .thenReturn(true);
    }

    private List<Change> posted(Collection<Account> locked, LocalDate through) {
        return locked.stream().map(account -> books.post(account, through)).toList();
    }

    private LocalDate lastDay(Instant now) {
        return Midnight.lastDayToPost(now, settings.at());
    }
}
