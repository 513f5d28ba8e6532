package in.sampark.meter.balance;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.balance.domain.PostedDays;
import in.sampark.meter.balance.domain.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Puts locked accounts under other terms and settles anew the posted days that these change. Joins the caller's transaction. */
public final class SettleTerms {

    private final Timelines timelines;
    private final Ledger ledger;
    private final KeepChanges keepChanges;
    private final TermsFollower follower;
    private final Bookkeeping books;
    private final Duration back;
    private final Clock clock;

    SettleTerms(
            Timelines timelines,
            Ledger ledger,
            KeepChanges keepChanges,
            TermsFollower follower,
            Bookkeeping books,
            Duration back,
            Clock clock) {
        this.timelines = timelines;
        this.ledger = ledger;
        this.keepChanges = keepChanges;
        this.follower = follower;
        this.books = books;
        this.back = back;
        this.clock = clock;
    }

    /** How far back days already posted may be settled anew. */
    public Duration back() {
        return back;
    }

    /**
     * What is declared of accounts. Answers with the reasons why terms stay as they were, all or their beginning, by connection id.
     *
     * @param earliest first day of those days that are charged here however early supply began
     */
    Mono<Map<String, String>> declared(Map<Account, List<Declaration>> declarations, LocalDate earliest, Instant now) {
        if (declarations.isEmpty()) return Mono.just(Map.of());
        return known(declarations.keySet())
                .flatMap(known -> settle(
                        declarations.entrySet().stream()
                                .map(entry -> NewTerms.declared(
                                        entry.getKey(), timeline(known, entry.getKey()), entry.getValue(), earliest))
                                .flatMap(Optional::stream)
                                .toList(),
                        now));
    }

    /** What accounts are charged by, by connection id; of those that are not among them {@link Timeline#of} tells. */
    public Mono<Map<String, Timeline>> known(Collection<Account> accounts) {
        return timelines.changed(accounts.stream().map(Account::connectionId).collect(Collectors.toSet()));
    }

    private static Timeline timeline(Map<String, Timeline> known, Account account) {
        Timeline changed = known.get(account.connectionId());
        return changed == null ? Timeline.of(account.terms()) : changed;
    }

    /** Puts accounts under terms that reach no further back than they may. */
    public Mono<Void> settle(List<NewTerms> terms) {
        return terms.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> settle(terms, clock.instant()).then());
    }

    /** Ends the charging of accounts whose connections are gone. */
    Mono<Void> end(Collection<Account> gone, Instant now) {
        return keepChanges.keep(
                gone.stream().map(account -> books.end(account, now)).toList(), now);
    }

    private Mono<Map<String, String>> settle(List<NewTerms> all, Instant now) {
        LocalDate earliest = Midnight.dayClosedBy(now.minus(back));
        Map<String, String> refused = new HashMap<>();
        List<NewTerms> taken = new ArrayList<>();
        for (NewTerms terms : all) {
            terms.tooFarBack(earliest).ifPresentOrElse(reason -> refused.put(terms.connectionId(), reason), () -> {
                taken.add(terms);
                if (terms.untaken() != null) refused.put(terms.connectionId(), terms.untaken());
            });
        }
        return postedDays(taken)
                .flatMap(days -> keepChanges.keep(changes(taken, days, now), now))
                .then(Mono.defer(() -> timelines.save(
                        taken.stream().collect(Collectors.toMap(NewTerms::connectionId, NewTerms::timeline)))))
                .then(Mono.defer(() -> follower.follow(taken, earliest, now)))
                .thenReturn(refused);
    }

    private Mono<Map<String, PostedDays>> postedDays(List<NewTerms> taken) {
        Map<String, LocalDate> from = new HashMap<>();
        for (NewTerms terms : taken) {
            if (terms.changesPostedDays())
                from.put(terms.connectionId(), terms.changesFrom().withDayOfMonth(1));
        }
        return ledger.postedDays(from);
    }

    private List<Change> changes(List<NewTerms> taken, Map<String, PostedDays> days, Instant now) {
        return taken.stream()
                .map(terms -> books.settle(terms, days.getOrDefault(terms.connectionId(), PostedDays.NONE), now))
                .toList();
    }
}
