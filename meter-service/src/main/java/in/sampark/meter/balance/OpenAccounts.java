package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.balance.domain.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Opens an account with each new connection and keeps its terms with what the connection becomes. Joins the caller's transaction. */
public final class OpenAccounts {

    private final Accounts accounts;
    private final Timelines timelines;
    private final SettleTerms settleTerms;
    private final PostingSettings settings;
    private final Clock clock;

    OpenAccounts(
            Accounts accounts, Timelines timelines, SettleTerms settleTerms, PostingSettings settings, Clock clock) {
        this.accounts = accounts;
        this.timelines = timelines;
        this.settleTerms = settleTerms;
        this.settings = settings;
        this.clock = clock;
    }

    /** The first day that a connection is charged for here however early its supply began. */
    public LocalDate earliestDay() {
        return earliestDay(clock.instant());
    }

    /** Locks the accounts of those connections that have one. */
    public Mono<Void> lock(Collection<String> connectionIds) {
        return accounts.lock(connectionIds).then();
    }

    /**
     * Opens accounts that are not there, and puts the others under the terms declared. Answers with the reasons why terms stay as they were, all
     * or their beginning, by connection id.
     */
    public Mono<Map<String, String>> open(List<Declaration> inOrder) {
        if (inOrder.isEmpty()) return Mono.just(Map.of());
        Map<String, List<Declaration>> byConnection = inOrder.stream()
                .collect(Collectors.groupingBy(Declaration::connectionId, LinkedHashMap::new, Collectors.toList()));
        return accounts.lock(byConnection.keySet()).flatMap(known -> open(byConnection, known, clock.instant()));
    }

    private Mono<Map<String, String>> open(
            Map<String, List<Declaration>> declarations, Map<String, Account> known, Instant now) {
        LocalDate earliest = earliestDay(now);
        Map<Account, Timeline> opened = new LinkedHashMap<>();
        Map<Account, List<Declaration>> changed = new LinkedHashMap<>();
        declarations.forEach((connectionId, declared) -> {
            Account account = known.get(connectionId);
            if (account == null) opened.putAll(opened(declared, earliest));
            else changed.put(account, declared);
        });
        return openNew(opened).then(settleTerms.declared(changed, earliest, now));
    }

    private static Map<Account, Timeline> opened(List<Declaration> declared, LocalDate earliest) {
        Declaration first = declared.getFirst();
        Timeline timeline = first.opened(earliest);
        Account account = first.account(timeline);
        if (declared.size() == 1) return Map.of(account, timeline);
        return NewTerms.declared(account, timeline, declared.subList(1, declared.size()), earliest)
                .map(terms -> Map.of(account.supplied(terms.timeline()).withTerms(terms.terms()), terms.timeline()))
                .orElse(Map.of(account, timeline));
    }

    private Mono<Void> openNew(Map<Account, Timeline> opened) {
        Map<String, Timeline> severalPlans = new HashMap<>();
        opened.forEach((account, timeline) -> {
            if (timeline.plans().size() > 1) severalPlans.put(account.connectionId(), timeline);
        });
        return accounts.open(opened.keySet()).then(Mono.defer(() -> timelines.save(severalPlans)));
    }

    private LocalDate earliestDay(Instant now) {
        return Midnight.dayClosedBy(now.minus(settings.settleBack()));
    }

    /** Ends the charging of connections that are gone, and what is due at their switches. Their ledger stays. */
    public Mono<Void> withoutConnection(Collection<String> connectionIds) {
        if (connectionIds.isEmpty()) return Mono.empty();
        return accounts.lock(connectionIds).flatMap(known -> settleTerms.end(known.values(), clock.instant()));
    }
}
