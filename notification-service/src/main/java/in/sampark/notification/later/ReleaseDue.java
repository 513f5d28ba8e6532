package in.sampark.notification.later;

import in.sampark.notification.later.r2dbc.LaterTable;
import in.sampark.notification.message.messaging.Dispatches;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Puts messages on their lanes when their time has come. */
class ReleaseDue {

    private static final int PAGE = 500;

    private final LaterTable later;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReleaseDue(LaterTable later, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.later = later;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Releases a page and answers whether there may be another. */
    Mono<Boolean> releasePage() {
        return later.release(clock.instant(), PAGE)
                .flatMap(due -> outbox.add(
                                due.stream().map(Dispatches::announcement).toList())
                        .thenReturn(!due.isEmpty()))
                .as(transaction::transactional);
    }
}
