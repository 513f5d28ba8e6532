package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.dispatch.r2dbc.Outcomes;
import in.sampark.notification.dispatch.r2dbc.Outcomes.Moved;
import in.sampark.notification.later.Later;
import in.sampark.notification.later.domain.Waiting;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.domain.Step;
import in.sampark.notification.operator.RaiseTasks;
import in.sampark.notification.operator.domain.Met;
import in.sampark.notification.plan.KeepUnreachable;
import in.sampark.notification.plan.domain.Unreached;
import in.sampark.notification.receipt.TakeReceipts;
import in.sampark.notification.receipt.domain.HandedOver;
import in.sampark.notification.recipient.domain.Reach;
import in.sampark.platform.messaging.Healing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Records what came of a batch, and what follows, in one transaction. */
class RecordOutcomes {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Outcomes outcomes;
    private final Later later;
    private final KeepUnreachable keepUnreachable;
    private final ReconsiderUnreachable reconsider;
    private final TakeReceipts takeReceipts;
    private final AnnounceMessages announce;
    private final RaiseTasks raiseTasks;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration recordFor;

    RecordOutcomes(
            Outcomes outcomes,
            Later later,
            KeepUnreachable keepUnreachable,
            ReconsiderUnreachable reconsider,
            TakeReceipts takeReceipts,
            AnnounceMessages announce,
            RaiseTasks raiseTasks,
            TransactionalOperator transaction,
            Clock clock,
            Duration recordFor) {
        this.outcomes = outcomes;
        this.later = later;
        this.keepUnreachable = keepUnreachable;
        this.reconsider = reconsider;
        this.takeReceipts = takeReceipts;
        this.announce = announce;
        this.raiseTasks = raiseTasks;
        this.transaction = transaction;
        this.clock = clock;
        this.recordFor = recordFor;
    }

    /**
     * Records the outcomes of a claim. What was handed over is not known anywhere else, so a database that is away for a moment is
     * waited for; after that, and at once after a failure that no waiting heals, the messages count as of unknown outcome.
     */
    Mono<Void> record(UUID token, List<Ended> ended) {
        return Mono.defer(() -> takeReceipts.around(handedOver(ended), inTransaction(token, ended)))
                .as(transaction::transactional)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(Healing::byTime))
                .timeout(recordFor);
    }

    private static List<HandedOver> handedOver(List<Ended> ended) {
        return ended.stream()
                .flatMap(one -> one.provider() != null && one.verdict() instanceof Verdict.Accepted(String id)
                        ? Stream.of(new HandedOver(one.message().id(), one.provider(), id))
                        : Stream.empty())
                .toList();
    }

    private Mono<Void> inTransaction(UUID token, List<Ended> ended) {
        Instant now = clock.instant();
        return reconsider
                .unreachable(ended)
                .flatMap(reconsidered -> outcomes.record(token, reconsidered.ended(), now)
                        .flatMap(moved -> follow(news(reconsidered.ended(), moved), moved, now))
                        .then(reconsider.tellOthers(reconsidered)))
                .then(Mono.defer(() -> raiseTasks.raise(raised(ended), now)));
    }

    private static List<Met> raised(List<Ended> ended) {
        return ended.stream()
                .flatMap(one -> one.raised().stream()
                        .map(raised -> new Met(one.message().discom(), raised)))
                .toList();
    }

    private static List<Ended> news(List<Ended> ended, Map<UUID, Moved> moved) {
        return ended.stream()
                .filter(one -> moved.containsKey(one.message().id()))
                .toList();
    }

    private Mono<Void> follow(List<Ended> news, Map<UUID, Moved> moved, Instant now) {
        var waiting = new ArrayList<Waiting>();
        var over = new ArrayList<UUID>();
        var unreached = new ArrayList<Unreached>();
        var steps = new ArrayList<Step>();
        for (Ended one : news) {
            UUID id = one.message().id();
            switch (one.verdict()) {
                case Verdict.Retry retry -> waiting.add(Waiting.after(id, retry.pause()));
                case Verdict.Unknown unknown
                when firstUnknown(moved, id) -> waiting.add(Waiting.after(id, unknown.pause()));
                case Verdict.Unreachable(Reach.Reason why) -> unreached.add(Unreached.of(one.message(), why));
                case Verdict.Unknown unknown -> over.add(id);
                case Verdict.Accepted accepted -> over.add(id);
                case Verdict.Failed failed -> over.add(id);
                case Verdict.Expired expired -> over.add(id);
                case Verdict.Suppressed suppressed -> over.add(id);
            }
            if (one.verdict().state() != MessageState.UNREACHABLE) {
                steps.add(step(one, now));
            }
        }
        return later.remove(over)
                .then(later.add(waiting))
                .then(keepUnreachable.keep(unreached))
                .then(announce.steps(steps));
    }

    private static boolean firstUnknown(Map<UUID, Moved> moved, UUID id) {
        Moved row = moved.get(id);
        return row != null && row.unknowns() == 1;
    }

    private static Step step(Ended ended, Instant now) {
        return Step.taken(
                ended.message(),
                ended.maskedNumber(),
                ended.verdict().state(),
                ended.provider(),
                ended.verdict().reason(),
                now);
    }
}
