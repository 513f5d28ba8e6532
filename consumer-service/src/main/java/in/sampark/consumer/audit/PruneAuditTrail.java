package in.sampark.consumer.audit;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Forgets entries that were kept as long as they have to be. */
class PruneAuditTrail {

    private static final int AT_ONCE = 10_000;

    private final AuditEntries entries;
    private final Duration keepFor;
    private final Clock clock;

    PruneAuditTrail(AuditEntries entries, Duration keepFor, Clock clock) {
        this.entries = entries;
        this.keepFor = keepFor;
        this.clock = clock;
    }

    /** One step; says whether there may be more to forget. */
    Mono<Boolean> step() {
        return entries.prune(clock.instant().minus(keepFor), AT_ONCE).map(pruned -> pruned == AT_ONCE);
    }
}
