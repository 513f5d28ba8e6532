package in.sampark.notification.outage;

import in.sampark.notification.later.Later;
import in.sampark.notification.later.domain.Waiting.What;
import in.sampark.notification.outage.domain.Leads;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.Telling;
import in.sampark.notification.outage.r2dbc.OutageTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Has planned outages told when their time has come. */
class TellDueOutages {

    private static final int PAGE = 100;

    private final OutageTable outages;
    private final Later later;
    private final FollowTellings followTellings;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Leads leads;

    TellDueOutages(
            OutageTable outages,
            Later later,
            FollowTellings followTellings,
            TransactionalOperator transaction,
            Clock clock,
            Leads leads) {
        this.outages = outages;
        this.later = later;
        this.followTellings = followTellings;
        this.transaction = transaction;
        this.clock = clock;
        this.leads = leads;
    }

    /** Begins to tell those due by now and answers whether there may be more. */
    Mono<Boolean> tellPage() {
        Instant now = clock.instant();
        return later.due(What.OUTAGE, now, PAGE)
                .flatMap(
                        due -> due.isEmpty() ? Mono.just(false) : tell(due, now).thenReturn(true))
                .as(transaction::transactional);
    }

    /** By now a revision may have changed what is due: the outages are looked at as they are. */
    private Mono<Void> tell(List<UUID> due, Instant now) {
        return outages.lockWaiting(due).flatMap(found -> follow(found, now));
    }

    private Mono<Void> follow(List<Outage> due, Instant now) {
        List<Telling> tellings =
                due.stream().map(outage -> Telling.whenDue(outage, now, leads)).toList();
        return followTellings.follow(tellings, telling -> now);
    }
}
