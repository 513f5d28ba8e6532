package in.sampark.meter.supply;

import in.sampark.contract.campaign.Visit;
import in.sampark.contract.campaign.VisitOutcome;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.supply.Supplies.Telling;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Takes in proofs that consumers were told that nothing is left: messages that reached the phone and visits that handed over the notice. A proof counts
 * for the debt it is about and the time since somebody was last switched on by hand in it, and the earliest counts, so neither order nor repetition
 * does.
 */
public final class RecordNotices {

    private final Accounts accounts;
    private final Supplies supplies;
    private final KeepSupply keepSupply;
    private final Bookkeeping books;
    private final Set<String> kinds;
    private final Duration tolerance;
    private final Clock clock;

    /** @param kinds of messages that tell of a cut @param tolerance how far an officer's clock may be ahead */
    RecordNotices(
            Accounts accounts,
            Supplies supplies,
            KeepSupply keepSupply,
            Bookkeeping books,
            Set<String> kinds,
            Duration tolerance,
            Clock clock) {
        this.accounts = accounts;
        this.supplies = supplies;
        this.keepSupply = keepSupply;
        this.books = books;
        this.kinds = kinds;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /** Joins the caller's transaction. Connections without a debt to be told of are passed by, known or not. */
    public Mono<List<Rejected<MessageStatus>>> messages(List<Received<MessageStatus>> batch) {
        List<Received<MessageStatus>> delivered = batch.stream()
                .filter(received -> received.value().getStep() == MessageStep.DELIVERED)
                .toList();
        Set<Telling> tellings = delivered.stream()
                .flatMap(received -> DeliveredNotice.tellings(received.value(), kinds))
                .collect(Collectors.toSet());
        if (tellings.isEmpty()) return Mono.just(List.of());
        return supplies.told(tellings)
                .flatMap(told -> keep(delivered, told, status -> DeliveredNotice.proofs(status, kinds, told)));
    }

    /** Joins the caller's transaction; answers with the visits that are not believed. */
    public Mono<List<Rejected<Visit>>> visits(List<Received<Visit>> batch) {
        List<Received<Visit>> handedOver = batch.stream()
                .filter(received -> received.value().getOutcome() == VisitOutcome.NOTICE_HANDED_OVER)
                .toList();
        Instant latest = clock.instant().plus(tolerance);
        return keep(
                handedOver,
                handedOver.stream()
                        .map(received -> received.value().getConnectionId())
                        .collect(Collectors.toSet()),
                visit -> List.of(HandedOver.meaning(visit, latest)));
    }

    private <T> Mono<List<Rejected<T>>> keep(
            List<Received<T>> records, Set<String> connectionIds, Function<T, Collection<Meaning>> meanings) {
        if (connectionIds.isEmpty()) return Mono.just(List.of());
        Instant now = clock.instant();
        return accounts.lock(connectionIds)
                .flatMap(locked -> supplies.of(locked.keySet())
                        .map(watched -> new Noted<T>(locked, watched))
                        .flatMap(noted -> {
                            records.forEach(received ->
                                    meanings.apply(received.value()).forEach(meaning -> noted.take(received, meaning)));
                            return keepSupply.keep(noted.seen(books, now), now).thenReturn(noted.rejected());
                        }));
    }
}
