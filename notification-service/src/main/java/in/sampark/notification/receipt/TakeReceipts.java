package in.sampark.notification.receipt;

import in.sampark.notification.later.Later;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.Step;
import in.sampark.notification.receipt.domain.Receipt;
import in.sampark.notification.receipt.r2dbc.Receipts;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes receipts: in any order, any number of times, each moves its message forward or changes nothing. */
public class TakeReceipts {

    private final Receipts receipts;
    private final Later later;
    private final AnnounceMessages announce;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TakeReceipts(
            Receipts receipts, Later later, AnnounceMessages announce, TransactionalOperator transaction, Clock clock) {
        this.receipts = receipts;
        this.later = later;
        this.announce = announce;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes the receipts of a provider; answers, when they are kept for good, with how many were news. */
    public Mono<Integer> take(String provider, List<Receipt> told) {
        Collection<Receipt> strongest = Receipt.strongest(told);
        if (strongest.isEmpty()) {
            return Mono.just(0);
        }
        return receipts.take(provider, strongest, clock.instant())
                .flatMap(steps -> follow(steps).thenReturn(steps.size()))
                .as(transaction::transactional);
    }

    /** What was to be tried again need not be any more. */
    private Mono<Void> follow(List<Step> steps) {
        return later.remove(steps.stream().map(Step::messageId).toList()).then(announce.steps(steps));
    }
}
