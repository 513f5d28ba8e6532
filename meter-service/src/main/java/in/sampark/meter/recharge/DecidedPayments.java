package in.sampark.meter.recharge;

import in.sampark.contract.utility.Recharge;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.News;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.meter.recharge.domain.Receipt;
import in.sampark.meter.recharge.domain.ReceivePayment;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch of reports of the gateway, decided one after the other, each seeing what those before it changed. */
final class DecidedPayments {

    private final PaymentBooks books;
    private final WaitingReversals waiting;
    private final ReceivePayment receive;
    private final Instant now;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<Rejected<Recharge>> rejected = new ArrayList<>();

    DecidedPayments(PaymentBooks books, WaitingReversals waiting, ReceivePayment receive, Instant now) {
        this.books = books;
        this.waiting = waiting;
        this.receive = receive;
        this.now = now;
    }

    DecidedPayments of(List<Received<Recharge>> batch) {
        batch.forEach(this::take);
        return this;
    }

    private void take(Received<Recharge> received) {
        switch (decide(received.value())) {
            case Receipt.Booked booked -> {
                books.booked(booked);
                changes.merge(booked.known().payment().connectionId(), booked.change(), Change::then);
                refuseOthers(booked.known().payment());
            }
            case Receipt.Kept _ -> waiting.add(received);
            case Receipt.Duplicate _ -> {}
            case Receipt.Refused refused -> rejected.add(new Rejected<>(received, refused.reason()));
        }
    }

    /** Reversals that came before this payment and are not its own: had they come later, they would be refused. */
    private void refuseOthers(Payment payment) {
        for (Received<Recharge> other : waiting.end(payment)) {
            Receipt.Refused refused = ReceivePayment.notTheWhole(payment(other.value()), payment);
            rejected.add(new Rejected<>(other, refused.reason()));
        }
    }

    private Receipt decide(Recharge recharge) {
        Payment payment = payment(recharge);
        return switch (recharge.getStatus()) {
            case RECEIVED ->
                receive.receive(
                        payment,
                        books.account(payment),
                        books.known(payment),
                        waiting.takenBackAt(payment),
                        books.arrearsPaise(payment),
                        recharge.getEventId(),
                        now);
            case REVERSED ->
                receive.takeBack(
                        payment,
                        recharge.getOccurredAt(),
                        books.account(payment),
                        books.known(payment),
                        books.before(payment),
                        recharge.getEventId(),
                        now);
            case UNKNOWN -> new Receipt.Refused("status: UNKNOWN (expected: RECEIVED or REVERSED)");
        };
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

    Collection<Known> known() {
        return books.changed();
    }

    Map<String, News> inArrears() {
        return books.inArrears();
    }

    List<Rejected<Recharge>> rejected() {
        return rejected;
    }
}
