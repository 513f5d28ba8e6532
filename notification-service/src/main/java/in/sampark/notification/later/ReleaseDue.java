package in.sampark.notification.later;

import in.sampark.notification.later.r2dbc.LaterTable;
import in.sampark.notification.message.AnnounceMessages;
import java.time.Clock;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Puts messages on their lanes when their time has come. */
class ReleaseDue {

    private static final int PAGE = 500;

    private final LaterTable later;
    private final AnnounceMessages announce;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReleaseDue(LaterTable later, AnnounceMessages announce, TransactionalOperator transaction, Clock clock) {
        this.later = later;
        this.announce = announce;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Releases a page and answers whether there may be another. */
    Mono<Boolean> releasePage() {
        return later.release(clock.instant(), PAGE)
                .flatMap(due -> announce.onLanes(due).thenReturn(!due.isEmpty()))
                .as(transaction::transactional);
    }
}
