package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.platform.messaging.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reversals whose payments have not come yet, kept up to date while a batch is decided. */
final class WaitingReversals {

    private final Map<Payment.Id, List<Received<Recharge>>> waiting = new HashMap<>();
    private final List<Received<Recharge>> added = new ArrayList<>();
    private final Set<Payment.Id> ended = new HashSet<>();

    WaitingReversals(List<Received<Recharge>> kept) {
        kept.forEach(this::wait);
    }

    void add(Received<Recharge> reversal) {
        wait(reversal);
        added.add(reversal);
    }

    /** When the payment was taken back as a whole; null when none of them says so. */
    @Nullable
    Instant takenBackAt(Payment payment) {
        return waiting.getOrDefault(payment.id(), List.of()).stream()
                .filter(reversal -> isOf(reversal, payment))
                .map(reversal -> reversal.value().getOccurredAt())
                .findFirst()
                .orElse(null);
    }

    /** The payment has come; answers with those that waited for another amount or connection. */
    List<Received<Recharge>> end(Payment payment) {
        List<Received<Recharge>> waited = waiting.remove(payment.id());
        if (waited == null) return List.of();
        ended.add(payment.id());
        return waited.stream().filter(reversal -> !isOf(reversal, payment)).toList();
    }

    Collection<Received<Recharge>> added() {
        return added;
    }

    Collection<Payment.Id> ended() {
        return ended;
    }

    private void wait(Received<Recharge> reversal) {
        waiting.computeIfAbsent(DecidedPayments.payment(reversal.value()).id(), _ -> new ArrayList<>())
                .add(reversal);
    }

    private static boolean isOf(Received<Recharge> reversal, Payment payment) {
        return DecidedPayments.payment(reversal.value()).matches(payment);
    }
}
