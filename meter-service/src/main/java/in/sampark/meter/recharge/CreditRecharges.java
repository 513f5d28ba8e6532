package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.balance.domain.Account;
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
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Credits recharges and takes reversed ones back, each gateway transaction of a company once. A reversal that comes before its payment waits for it;
 * one that says another amount or connection than the payment is rejected, whichever comes first.
 * A report about a connection that is not known (yet) is rejected with the reason; it is never lost, the dead letter can be sent again.
 */
public final class CreditRecharges {

    private final Accounts accounts;
    private final Payments payments;
    private final EarlyReversals early;
    private final ReceivePayment receive;
    private final KeepChanges keepChanges;
    private final SplitRecharges splitRecharges;
    private final Clock clock;

    CreditRecharges(
            Accounts accounts,
            Payments payments,
            EarlyReversals early,
            ReceivePayment receive,
            KeepChanges keepChanges,
            SplitRecharges splitRecharges,
            Clock clock) {
        this.accounts = accounts;
        this.payments = payments;
        this.early = early;
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
        Set<Payment.Id> ids = reported.stream().map(Payment::id).collect(Collectors.toSet());
        return accounts.lock(connections)
                .flatMap(locked ->
                        hold(batch, ids).then(Mono.defer(() -> Mono.zip(books(batch, ids, locked), early.of(ids)))))
                .flatMap(found -> keep(batch, found.getT1(), new WaitingReversals(found.getT2()), clock.instant()));
    }

    /** Payments are booked beside each other. Who may keep a reversal waiting, for its payment is not known yet, has the company's transactions alone. */
    private Mono<Void> hold(List<Received<Recharge>> batch, Set<Payment.Id> ids) {
        Set<Payment.Id> reversed = batch.stream()
                .map(Received::value)
                .filter(recharge -> recharge.getStatus() == RechargeStatus.REVERSED)
                .map(recharge -> DecidedPayments.payment(recharge).id())
                .collect(Collectors.toSet());
        Mono<Set<Payment.Id>> known = reversed.isEmpty()
                ? Mono.just(Set.of())
                : payments.known(reversed).map(Map::keySet);
        return known.flatMap(found ->
                early.hold(discoms(ids.stream()), discoms(reversed.stream().filter(id -> !found.contains(id)))));
    }

    private static Set<String> discoms(Stream<Payment.Id> ids) {
        return ids.map(Payment.Id::discom).collect(Collectors.toSet());
    }

    private Mono<PaymentBooks> books(List<Received<Recharge>> batch, Set<Payment.Id> ids, Map<String, Account> locked) {
        return Mono.zip(
                        payments.known(ids),
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

    private Mono<List<Rejected<Recharge>>> keep(
            List<Received<Recharge>> batch, PaymentBooks books, WaitingReversals waiting, Instant now) {
        DecidedPayments decided = new DecidedPayments(books, waiting, receive, now).of(batch);
        return payments.keep(decided.known())
                .then(Mono.defer(() -> early.keep(waiting.added())))
                .then(Mono.defer(() -> early.forget(waiting.ended())))
                .then(Mono.defer(() -> splitRecharges.with(decided.changes(), decided.inArrears(), now)))
                .flatMap(changes -> keepChanges.keep(changes, now))
                .thenReturn(decided.rejected());
    }
}
