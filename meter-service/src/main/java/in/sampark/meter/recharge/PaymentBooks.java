package in.sampark.meter.recharge;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.News;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.meter.recharge.domain.Receipt.Booked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What deciding a batch of reports takes, kept up to date from one to the next. */
final class PaymentBooks {

    private static final Comparator<Payment> BY_PAYMENT = Comparator.comparing(Payment::paidAt)
            .thenComparing(payment -> payment.id().transaction());

    private final Map<String, Account> accounts;
    private final Map<Payment.Id, Known> known;
    private final Map<String, List<Payment>> standing = new HashMap<>();
    private final Map<String, Long> arrears;
    private final Map<Payment.Id, Known> changed = new LinkedHashMap<>();
    private final Set<String> everInArrears;
    private final Map<String, News> inArrears = new HashMap<>();

    PaymentBooks(
            Map<String, Account> accounts,
            Map<Payment.Id, Known> known,
            Map<String, List<Payment>> latest,
            Map<String, Long> arrears) {
        this.accounts = new HashMap<>(accounts);
        this.known = new HashMap<>(known);
        this.arrears = new HashMap<>(arrears);
        this.everInArrears = Set.copyOf(arrears.keySet());
        latest.forEach((connectionId, payments) -> standing.put(connectionId, new ArrayList<>(payments)));
    }

    @Nullable
    Account account(Payment payment) {
        return accounts.get(payment.connectionId());
    }

    @Nullable
    Known known(Payment payment) {
        return known.get(payment.id());
    }

    long arrearsPaise(Payment payment) {
        return arrears.getOrDefault(payment.connectionId(), 0L);
    }

    /** The payment made last of those that stand but for this one. */
    @Nullable
    Payment before(Payment payment) {
        return standing.getOrDefault(payment.connectionId(), List.of()).stream()
                .filter(other -> !other.id().equals(payment.id()))
                .max(BY_PAYMENT)
                .orElse(null);
    }

    void booked(Booked booked) {
        Payment payment = booked.known().payment();
        String connectionId = payment.connectionId();
        Known before = known.get(payment.id());
        if (everInArrears.contains(connectionId))
            inArrears.merge(connectionId, News.of(booked.known(), before), News::earlier);
        accounts.put(connectionId, booked.change().account());
        booked.change().entries().forEach(entry -> arrears.merge(connectionId, entry.arrearsPaise(), Math::addExact));
        List<Payment> standing = this.standing.computeIfAbsent(connectionId, _ -> new ArrayList<>());
        standing.removeIf(other -> other.id().equals(payment.id()));
        if (booked.known().stands()) standing.add(payment);
        known.put(payment.id(), booked.known());
        changed.put(payment.id(), booked.known());
    }

    /** Of connections that have, or once had, arrears: what of that which was booked happened first. */
    Map<String, News> inArrears() {
        return inArrears;
    }

    /** What is known anew. */
    Collection<Known> changed() {
        return changed.values();
    }
}
