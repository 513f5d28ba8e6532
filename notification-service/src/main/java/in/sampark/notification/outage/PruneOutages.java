package in.sampark.notification.outage;

import in.sampark.notification.fanout.ForgetFanOuts;
import in.sampark.notification.outage.r2dbc.OutageTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Forgets outages that are long over, and what was told of them. */
class PruneOutages {

    private static final int PAGE = 1000;

    private final OutageTable outages;
    private final ForgetFanOuts forgetFanOuts;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration keptFor;

    PruneOutages(
            OutageTable outages,
            ForgetFanOuts forgetFanOuts,
            TransactionalOperator transaction,
            Clock clock,
            Duration keptFor) {
        this.outages = outages;
        this.forgetFanOuts = forgetFanOuts;
        this.transaction = transaction;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    /** Forgets a page of each and answers whether there may be more. */
    Mono<Boolean> prunePage() {
        Instant before = clock.instant().minus(keptFor);
        return outages.prune(before, PAGE)
                .flatMap(some -> forgetFanOuts.forget(before).map(more -> more || some == PAGE))
                .as(transaction::transactional);
    }
}
