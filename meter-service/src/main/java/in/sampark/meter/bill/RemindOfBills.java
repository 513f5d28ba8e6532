package in.sampark.meter.bill;

import in.sampark.meter.bill.KeepBooks.Changed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Looks at every connection whose bills change as days pass: a reminder is due, or a due date has gone by. A page of connections a transaction; each row
 * says when it is to be looked at next, so a step that is cut off leaves nothing behind, and after days of standstill each connection is looked at once.
 */
public final class RemindOfBills {

    private final BillBooks books;
    private final KeepBooks keepBooks;
    private final BillSettings settings;
    private final Clock clock;
    private final TransactionalOperator transaction;

    RemindOfBills(
            BillBooks books,
            KeepBooks keepBooks,
            BillSettings settings,
            Clock clock,
            TransactionalOperator transaction) {
        this.books = books;
        this.keepBooks = keepBooks;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks at one page; answers whether there may be more. */
    public Mono<Boolean> lookAtPage() {
        return Mono.defer(() -> look(clock.instant())).as(transaction::transactional);
    }

    /** How many connections are to be looked at by now. */
    public Mono<Long> backlog() {
        return Mono.defer(() -> books.countDue(settings.today(clock.instant())));
    }

    private Mono<Boolean> look(Instant now) {
        return books.due(settings.today(now), settings.page())
                .flatMap(
                        due -> due.isEmpty() ? Mono.just(false) : look(due, now).thenReturn(true));
    }

    private Mono<Void> look(List<String> due, Instant now) {
        return books.lock(due)
                .flatMap(locked -> keepBooks.keep(
                        locked.values().stream()
                                .map(book -> new Changed(book, book, null))
                                .toList(),
                        now));
    }
}
