package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.meter.recharge.domain.ReceivePayment;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Credits recharges and takes reversed ones back, each gateway transaction of a company once. A reversal that comes before its payment waits for it;
 * one that says another amount or connection than the payment is not booked, whichever comes first.
 * A report about a connection that is not known (yet) is rejected with the reason; it is never lost, the dead letter can be sent again.
 */
public final class CreditRecharges {

    private static final Logger log = LoggerFactory.getLogger(CreditRecharges.class);

    private final Accounts accounts;
    private final Payments payments;
    private final ReceivePayment receive;
    private final KeepChanges keepChanges;
    private final SplitRecharges splitRecharges;
    private final Clock clock;

    CreditRecharges(
            Accounts accounts,
            Payments payments,
            ReceivePayment receive,
            KeepChanges keepChanges,
            SplitRecharges splitRecharges,
            Clock clock) {
        this.accounts = accounts;
        this.payments = payments;
        this.receive = receive;
        this.keepChanges = keepChanges;
        this.splitRecharges = splitRecharges;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the reports that are not booked. */
    public Mono<List<Rejected<Recharge>>> credit(List<Received<Recharge>> batch) {
        List<Payment> reported = batch.stream()
                .map(Received::value)
                .map(DecidedPayments::payment)
                .toList();
        Set<String> connections = reported.stream().map(Payment::connectionId).collect(Collectors.toSet());
        return accounts.lock(connections)
                .flatMap(locked -> books(batch, reported, locked))
                .flatMap(books -> keep(batch, books, clock.instant()));
    }

    private Mono<PaymentBooks> books(
            List<Received<Recharge>> batch, List<Payment> reported, Map<String, Account> locked) {
        return Mono.zip(
                        payments.known(reported.stream().map(Payment::id).collect(Collectors.toSet())),
                        payments.latest(neededForReversals(batch)),
                        payments.arrears(locked.keySet()))
                .map(found -> new PaymentBooks(locked, found.getT1(), found.getT2(), found.getT3()));
    }

    /** One more than are taken back at most: what is left then is among them. */
    private static Map<String, Integer> neededForReversals(List<Received<Recharge>> batch) {
        Map<String, Integer> needed = new HashMap<>();
        batch.stream()
                .map(Received::value)
                .filter(recharge -> recharge.getStatus() == RechargeStatus.REVERSED)
                .forEach(recharge -> needed.merge(recharge.getConnectionId(), 2, (count, _) -> count + 1));
        return needed;
    }

    private Mono<List<Rejected<Recharge>>> keep(List<Received<Recharge>> batch, PaymentBooks books, Instant now) {
        DecidedPayments decided = new DecidedPayments(books, receive, now).of(batch);
        return forget(decided.givenWay())
                .then(Mono.defer(() -> payments.keep(decided.known())))
                .then(Mono.defer(() -> keepChanges.keep(decided.changes(), now)))
                .then(Mono.defer(() -> splitRecharges.after(decided.inArrears(), now)))
                .thenReturn(decided.rejected());
    }

    private Mono<Void> forget(List<Known> reversals) {
        reversals.forEach(reversal -> log.warn(
                "recharge: reversal of {} paise of {} for {} is not that of the payment that has come (expected: the whole), not booked",
                reversal.payment().paise(),
                reversal.payment().id().transaction(),
                reversal.payment().connectionId()));
        return payments.forget(reversals);
    }
}
