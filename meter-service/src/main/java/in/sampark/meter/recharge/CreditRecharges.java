package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.meter.recharge.domain.ReceivePayment;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Credits recharges, each gateway transaction of a company once. A recharge of a connection that is not known (yet) is rejected with the reason;
 * it is never lost, the dead letter can be sent again.
 */
public final class CreditRecharges {

    private final Accounts accounts;
    private final Payments payments;
    private final ReceivePayment receive;
    private final KeepChanges keepChanges;
    private final Clock clock;

    CreditRecharges(
            Accounts accounts, Payments payments, ReceivePayment receive, KeepChanges keepChanges, Clock clock) {
        this.accounts = accounts;
        this.payments = payments;
        this.receive = receive;
        this.keepChanges = keepChanges;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the recharges that are not credited. */
    public Mono<List<Rejected<Recharge>>> credit(List<Received<Recharge>> batch) {
        List<Payment> incoming = batch.stream()
                .map(Received::value)
                .map(DecidedPayments::payment)
                .toList();
        return accounts.lock(incoming.stream().map(Payment::connectionId).collect(Collectors.toSet()))
                .flatMap(locked -> payments.credited(
                                incoming.stream().map(Payment::id).collect(Collectors.toSet()))
                        .flatMap(known -> keep(batch, locked, known, clock.instant())));
    }

    private Mono<List<Rejected<Recharge>>> keep(
            List<Received<Recharge>> batch, Map<String, Account> locked, Map<Payment.Id, Payment> known, Instant now) {
        DecidedPayments decided = DecidedPayments.of(batch, locked, known, receive, now);
        return payments.add(decided.credited())
                .then(Mono.defer(() -> keepChanges.keep(decided.changes(), now)))
                .thenReturn(decided.rejected());
    }
}
