package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.r2dbc.StaleClaims;
import in.sampark.notification.dispatch.r2dbc.StaleClaims.Lost;
import in.sampark.notification.later.Later;
import in.sampark.notification.later.domain.Waiting;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.Lane;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Finds messages whose dispatcher died between claim and outcome. Whether they were handed over is unknown: a receipt would have come
 * while the claim was waited for, so each is tried once more, at once.
 */
class ResolveLost {

    private final StaleClaims stale;
    private final Later later;
    private final AnnounceMessages announce;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Map<Lane, Duration> leases;

    ResolveLost(
            StaleClaims stale,
            Later later,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock,
            Map<Lane, Duration> leases) {
        this.stale = stale;
        this.later = later;
        this.announce = announce;
        this.transaction = transaction;
        this.clock = clock;
        this.leases = leases;
    }

    /** Resolves what is overdue by now; there is never more at once. */
    Mono<Boolean> resolve() {
        return stale.resolve(leases, clock.instant())
                .flatMap(this::follow)
                .as(transaction::transactional)
                .thenReturn(false);
    }

    private Mono<Void> follow(List<Lost> lost) {
        List<Waiting> once = lost.stream()
                .filter(one -> one.unknowns() == 1)
                .map(one -> Waiting.after(one.step().messageId(), Duration.ZERO))
                .toList();
        return later.add(once).then(announce.steps(lost.stream().map(Lost::step).toList()));
    }
}
