package in.sampark.consumer.doubt;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ContactSearch;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.DoubtReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Doubts numbers that were proven too long ago. */
class DoubtAged {

    private static final int PAGE = 500;
    private static final Actor BY = Actor.service("consumer-service.aged-doubting");

    private final ContactSearch search;
    private final DoubtNumbers doubtNumbers;
    private final TransactionalOperator transaction;
    private final DoubtSettings settings;
    private final Clock clock;

    DoubtAged(
            ContactSearch search,
            DoubtNumbers doubtNumbers,
            TransactionalOperator transaction,
            DoubtSettings settings,
            Clock clock) {
        this.search = search;
        this.doubtNumbers = doubtNumbers;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Doubts a page of them; answers whether there may be more. */
    Mono<Boolean> doubtPage() {
        Instant now = clock.instant();
        Instant before = now.minus(settings.after());
        return search.provenBefore(before, PAGE)
                .flatMap(aged -> aged.isEmpty() ? Mono.just(false) : doubt(aged, before, now))
                .as(transaction::transactional);
    }

    private Mono<Boolean> doubt(List<ConnectionId> aged, Instant before, Instant now) {
        return doubtNumbers
                .doubt(aged, (id, held) -> aged(held, before), new DoubtNumbers.Cause(DoubtReason.AGED, BY, now))
                .thenReturn(true);
    }

    private static boolean aged(ContactNumber held, Instant before) {
        Instant proven = held.verifiedAt();
        return proven != null && proven.isBefore(before);
    }
}
