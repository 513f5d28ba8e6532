package in.sampark.meter.bill;

import in.sampark.meter.bill.domain.BillBook;
import in.sampark.meter.bill.domain.FollowBills;
import in.sampark.meter.bill.domain.Followed;
import in.sampark.meter.bill.messaging.BillNotices;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes what became of locked books and what is told of it, in the caller's transaction. */
final class KeepBooks {

    /**
     * A book with what has become known.
     *
     * @param before as it was loaded
     * @param after with that
     * @param causedBy the last event it is from; null when only time has passed
     */
    record Changed(
            BillBook before, BillBook after, @Nullable String causedBy) {}

    private final BillBooks books;
    private final FollowBills follow;
    private final BillSettings settings;
    private final Outbox outbox;

    KeepBooks(BillBooks books, FollowBills follow, BillSettings settings, Outbox outbox) {
        this.books = books;
        this.follow = follow;
        this.settings = settings;
        this.outbox = outbox;
    }

    Mono<Void> keep(Collection<Changed> changed, Instant now) {
        if (changed.isEmpty()) return Mono.empty();
        LocalDate today = settings.today(now);
        List<Map.Entry<Changed, Followed>> followed = changed.stream()
                .map(book -> Map.entry(book, follow.follow(book.before(), book.after(), today)))
                .toList();
        return books.save(followed.stream().map(Map.Entry::getValue).toList())
                .then(Mono.defer(() -> outbox.add(followed.stream()
                        .flatMap(entry ->
                                BillNotices.of(entry.getValue(), entry.getKey().causedBy(), now).stream())
                        .toList())));
    }
}
