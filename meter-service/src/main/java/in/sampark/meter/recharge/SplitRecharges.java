package in.sampark.meter.recharge;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.Owed;
import in.sampark.meter.recharge.domain.Receipt.Booked;
import in.sampark.meter.recharge.domain.SplitPayments;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param causes what became known, by connection id: arrears, or a recharge or reversal where there are any */
    public Mono<Void> after(Map<String, String> causes, Instant now) {
        if (causes.isEmpty()) return Mono.empty();
        return Mono.zip(
                        accounts.lock(causes.keySet()),
                        history.owed(causes.keySet()),
                        history.credited(causes.keySet()))
                .flatMap(found -> keep(
                        found.getT1().values().stream()
                                .flatMap(account -> anew(account, found.getT2(), found.getT3(), causes, now).stream())
                                .toList(),
                        now));
    }

    private List<Booked> anew(
            Account account,
            Map<String, Collection<Owed>> owed,
            Map<String, Collection<Known>> payments,
            Map<String, String> causes,
            Instant now) {
        String id = account.connectionId();
        return split.anew(
                account,
                owed.getOrDefault(id, List.of()),
                payments.getOrDefault(id, List.of()),
                causes.getOrDefault(id, ""),
                now);
    }

    private Mono<Void> keep(List<Booked> booked, Instant now) {
        Map<String, Change> changes = new LinkedHashMap<>();
        booked.forEach(of -> changes.merge(of.known().payment().connectionId(), of.change(), Change::then));
        return payments.keep(booked.stream().map(Booked::known).toList())
                .then(Mono.defer(() -> keepChanges.keep(changes.values(), now)));
    }
}
