package in.sampark.notification.receipt;

import in.sampark.notification.later.Later;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.Step;
import in.sampark.notification.receipt.domain.HandedOver;
import in.sampark.notification.receipt.domain.Receipt;
import in.sampark.notification.receipt.r2dbc.ProviderMessages;
import in.sampark.notification.receipt.r2dbc.Receipts;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes receipts: in any order, any number of times, each moves its message forward or changes nothing. */
public class TakeReceipts {

    private final Receipts receipts;
    private final ProviderMessages providerMessages;
    private final Set<String> byIds;
    private final Later later;
    private final AnnounceMessages announce;
    private final TransactionalOperator transaction;
    private final Clock clock;

    /** @param byIds providers who name messages by ids of their own */
    TakeReceipts(
            Receipts receipts,
            ProviderMessages providerMessages,
            Set<String> byIds,
            Later later,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock) {
        this.receipts = receipts;
        this.providerMessages = providerMessages;
        this.byIds = Set.copyOf(byIds);
        this.later = later;
        this.announce = announce;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes the receipts of a provider; answers, when they are kept for good, with how many were news. */
    public Mono<Integer> take(String provider, List<Receipt<UUID>> told) {
        Collection<Receipt<UUID>> strongest = Receipt.strongest(told);
        if (strongest.isEmpty()) {
            return Mono.just(0);
        }
        return receipts.take(provider, strongest, clock.instant())
                .flatMap(steps -> follow(steps).thenReturn(steps.size()))
                .as(transaction::transactional);
    }

    /** As above, of messages by the provider's own ids. What is said of one not known yet is kept until it is. */
    public Mono<Integer> takeByIds(String provider, List<Receipt<String>> told) {
        Collection<Receipt<String>> strongest = Receipt.strongest(told);
        if (strongest.isEmpty()) {
            return Mono.just(0);
        }
        return providerMessages
                .find(provider, strongest)
                .flatMap(known -> take(provider, byReference(strongest, known)))
                .as(transaction::transactional);
    }

    /**
     * Notes what providers call messages they took, records, and then takes what receipts said before. Messages of providers who repeat
     * our reference cost nothing. Joins the caller's transaction.
     */
    public Mono<Void> around(List<HandedOver> messages, Mono<Void> recording) {
        List<HandedOver> named = messages.stream()
                .filter(message -> byIds.contains(message.provider()))
                .toList();
        if (named.isEmpty()) {
            return recording;
        }
        return providerMessages.note(named).flatMap(early -> recording.then(takeOfEach(named, early)));
    }

    /** A batch may have gone by several providers, and each is believed of its own. */
    private Mono<Void> takeOfEach(List<HandedOver> named, List<Receipt<UUID>> early) {
        Map<UUID, String> providers = named.stream()
                .collect(Collectors.toMap(HandedOver::messageId, HandedOver::provider, (one, other) -> other));
        Map<String, List<Receipt<UUID>>> ofEach = early.stream()
                .collect(Collectors.groupingBy(receipt -> Objects.requireNonNull(providers.get(receipt.message()))));
        return Flux.fromIterable(ofEach.entrySet())
                .concatMap(each -> take(each.getKey(), each.getValue()))
                .then();
    }

    private static List<Receipt<UUID>> byReference(
            Collection<Receipt<String>> receipts, List<ProviderMessages.Known> known) {
        Map<String, UUID> names = known.stream()
                .collect(
                        Collectors.toMap(ProviderMessages.Known::providerMessageId, ProviderMessages.Known::messageId));
        return receipts.stream()
                .flatMap(receipt ->
                        Stream.ofNullable(names.get(receipt.message())).map(receipt::of))
                .toList();
    }

    /** What was to be tried again need not be any more. */
    private Mono<Void> follow(List<Step> steps) {
        return later.remove(steps.stream().map(Step::messageId).toList()).then(announce.steps(steps));
    }
}
