package in.sampark.notification.fanout;

import in.sampark.notification.fanout.domain.FanOut;
import in.sampark.notification.fanout.domain.Page;
import in.sampark.notification.fanout.domain.Supplied;
import in.sampark.notification.fanout.r2dbc.FanOutTable;
import in.sampark.notification.fanout.r2dbc.FanOutTurns;
import in.sampark.notification.fanout.r2dbc.FanOutTurns.Turn;
import in.sampark.notification.fanout.r2dbc.SuppliedConnections;
import in.sampark.notification.plan.PlanNotices;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Tells the next page of the fan-out whose turn it is. Messages, notices kept and cursor are one transaction: a crash neither
 * repeats a page nor skips one.
 */
class TellPage {

    private static final Logger log = LoggerFactory.getLogger(TellPage.class);

    private final FanOutTable fanOuts;
    private final FanOutTurns turns;
    private final SuppliedConnections connections;
    private final PlanNotices planNotices;
    private final Pace pace;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final int pageSize;

    TellPage(
            FanOutTable fanOuts,
            FanOutTurns turns,
            SuppliedConnections connections,
            PlanNotices planNotices,
            Pace pace,
            TransactionalOperator transaction,
            Clock clock,
            int pageSize) {
        this.fanOuts = fanOuts;
        this.turns = turns;
        this.connections = connections;
        this.planNotices = planNotices;
        this.pace = pace;
        this.transaction = transaction;
        this.clock = clock;
        this.pageSize = pageSize;
    }

    /** Tells a page, unless there is none or too much waits on the lane, and answers whether there may be another at once. */
    Mono<Boolean> tellNext() {
        return fanOuts.count().flatMap(underWay -> underWay == 0 ? Mono.just(false) : tellWhenThereIsRoom());
    }

    private Mono<Boolean> tellWhenThereIsRoom() {
        return pace.room(pageSize)
                .flatMap(room -> room
                        ? turns.next()
                                .flatMap(turn -> take(turn).thenReturn(true))
                                .defaultIfEmpty(false)
                                .as(transaction::transactional)
                        : Mono.just(false));
    }

    private Mono<Void> take(Turn turn) {
        FanOut fanOut = turn.fanOut();
        if (fanOut == null) {
            log.error("fan-out {}: no rule for its kind, ended", turn.id());
            return turns.end(turn.id());
        }
        if (clock.instant().isAfter(fanOut.relevantUntil())) {
            log.warn(
                    "fan-out {} of {}: no longer worth telling, ended",
                    fanOut.rule().kind(),
                    fanOut.subject());
            return turns.end(turn.id());
        }
        return connections.next(fanOut, turn.cursor(), pageSize).flatMap(page -> tell(fanOut, page));
    }

    private Mono<Void> tell(FanOut fanOut, List<Supplied> connections) {
        Page page = Page.of(fanOut, connections);
        return planNotices
                .tellOrKeep(page.tell(), page.doubtful())
                .then(
                        connections.size() < pageSize
                                ? turns.done(fanOut.id())
                                : turns.move(fanOut.id(), connections.getLast().at()));
    }
}
