package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.meter.recharge.domain.Receipt.Credited;
import in.sampark.meter.recharge.domain.Receipt.Duplicate;
import in.sampark.meter.recharge.domain.Receipt.Refused;
import in.sampark.meter.recharge.domain.ReceivePayment;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch of recharges, decided one after the other, each seeing what those before it changed. */
final class DecidedPayments {

    private final Map<String, Account> accounts;
    private final Map<Payment.Id, Payment> known;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<Payment> credited = new ArrayList<>();
    private final List<Rejected<Recharge>> rejected = new ArrayList<>();

    private DecidedPayments(Map<String, Account> accounts, Map<Payment.Id, Payment> known) {
        this.accounts = new HashMap<>(accounts);
        this.known = new HashMap<>(known);
    }

    static DecidedPayments of(
            List<Received<Recharge>> batch,
            Map<String, Account> accounts,
            Map<Payment.Id, Payment> known,
            ReceivePayment receive,
            Instant now) {
        DecidedPayments decided = new DecidedPayments(accounts, known);
        batch.forEach(received -> decided.take(received, receive, now));
        return decided;
    }

    private void take(Received<Recharge> received, ReceivePayment receive, Instant now) {
        Recharge recharge = received.value();
        if (recharge.getStatus() != RechargeStatus.RECEIVED) {
            rejected.add(new Rejected<>(received, "status: " + recharge.getStatus() + " (expected: RECEIVED)"));
            return;
        }
        Payment payment = payment(recharge);
        Account account = accounts.get(payment.connectionId());
        switch (receive.receive(payment, account, known.get(payment.id()), recharge.getEventId(), now)) {
            case Credited receipt -> credit(payment, receipt.change());
            case Duplicate _ -> {}
            case Refused refused -> rejected.add(new Rejected<>(received, refused.reason()));
        }
    }

    private void credit(Payment payment, Change change) {
        accounts.put(payment.connectionId(), change.account());
        known.put(payment.id(), payment);
        changes.merge(payment.connectionId(), change, Change::then);
        credited.add(payment);
    }

    static Payment payment(Recharge recharge) {
        return new Payment(
                new Payment.Id(recharge.getDiscom(), recharge.getGatewayTransactionId()),
                recharge.getConnectionId(),
                recharge.getAmountPaise(),
                recharge.getPaidAt());
    }

    Collection<Change> changes() {
        return changes.values();
    }

    List<Payment> credited() {
        return credited;
    }

    List<Rejected<Recharge>> rejected() {
        return rejected;
    }
}
