package in.sampark.meter.recharge;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.News;
import in.sampark.meter.recharge.domain.Owed;
import in.sampark.meter.recharge.domain.SplitPayments;
import in.sampark.meter.recharge.domain.SplitPayments.Anew;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Puts right what of recharges goes to arrears when news of either came out of order. Joins the caller's transaction. */
public final class SplitRecharges {

    private final Accounts accounts;
    private final Payments payments;
    private final PaymentHistory history;
    private final SplitPayments split;
    private final KeepChanges keepChanges;

    SplitRecharges(
            Accounts accounts,
            Payments payments,
            PaymentHistory history,
            SplitPayments split,
            KeepChanges keepChanges) {
        this.accounts = accounts;
        this.payments = payments;
        this.history = history;
        this.split = split;
        this.keepChanges = keepChanges;
    }

    /** @param news what became known and happened first, by connection id: arrears, or a recharge or reversal where there are any */
    public Mono<Void> after(Map<String, News> news, Instant now) {
        if (news.isEmpty()) return Mono.empty();
        return history.outOfOrder(news).flatMap(late -> late.isEmpty() ? Mono.empty() : anew(late, now));
    }

    /** Changes that payments make, with what they put right: so that nothing is told that is not so right after. @param news as above */
    public Mono<List<Change>> with(Collection<Change> changes, Map<String, News> news, Instant now) {
        if (news.isEmpty()) return Mono.just(List.copyOf(changes));
        return history.outOfOrder(news)
                .flatMap(late -> late.isEmpty() ? Mono.just(List.copyOf(changes)) : with(late, changes, now));
    }

    private Mono<List<Change>> with(Map<String, News> late, Collection<Change> changes, Instant now) {
        return Mono.zip(history.owed(late.keySet()), history.credited(late.keySet()))
                .flatMap(found -> {
                    List<Known> known = new ArrayList<>();
                    List<Change> whole = new ArrayList<>();
                    for (Change change : changes) {
                        boolean apart = !late.containsKey(change.account().connectionId());
                        Anew anew =
                                apart ? Anew.NOTHING : anew(change.account(), found.getT1(), found.getT2(), late, now);
                        known.addAll(anew.known());
                        whole.add(split.with(change, anew));
                    }
                    return payments.keep(known).thenReturn(whole);
                });
    }

    private Mono<Void> anew(Map<String, News> late, Instant now) {
        return Mono.zip(accounts.lock(late.keySet()), history.owed(late.keySet()), history.credited(late.keySet()))
                .flatMap(found -> keep(
                        found.getT1().values().stream()
                                .map(account -> anew(account, found.getT2(), found.getT3(), late, now))
                                .toList(),
                        now));
    }

    private Anew anew(
            Account account,
            Map<String, Collection<Owed>> owed,
            Map<String, Collection<Known>> payments,
            Map<String, News> late,
            Instant now) {
        String id = account.connectionId();
        return split.anew(
                account,
                owed.getOrDefault(id, List.of()),
                payments.getOrDefault(id, List.of()),
                Objects.requireNonNull(late.get(id)),
                now);
    }

    private Mono<Void> keep(List<Anew> anew, Instant now) {
        List<Change> changes = anew.stream()
                .flatMap(of -> of.changes().stream().reduce(Change::then).stream())
                .toList();
        return payments.keep(anew.stream().flatMap(of -> of.known().stream()).toList())
                .then(Mono.defer(() -> keepChanges.keep(changes, now)));
    }
}
