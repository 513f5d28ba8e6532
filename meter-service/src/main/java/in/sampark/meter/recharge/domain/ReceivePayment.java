package in.sampark.meter.recharge.domain;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.recharge.domain.Receipt.Credited;
import in.sampark.meter.recharge.domain.Receipt.Duplicate;
import in.sampark.meter.recharge.domain.Receipt.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides about a payment that came in: duplicate, refused or credited, in that order. However late it arrives, it counts. */
public final class ReceivePayment {

    private final Bookkeeping books;
    private final Duration tolerance;
    private final long mostPaise;

    /**
     * @param tolerance how far the gateway's clock may be ahead
     * @param mostPaise largest amount that is believed, in paise
     */
    public ReceivePayment(Bookkeeping books, Duration tolerance, long mostPaise) {
        this.books = books;
        this.tolerance = tolerance;
        this.mostPaise = mostPaise;
    }

    /**
     * @param account whom it is for; null when not known
     * @param before what was credited under the same id; null when nothing was
     * @param causedBy the payment's event
     */
    public Receipt receive(
            Payment payment,
            @Nullable Account account,
            @Nullable Payment before,
            @Nullable String causedBy,
            Instant now) {
        if (before != null) return again(payment, before);
        if (account == null || account.terms().removed()) {
            return refused("connectionId", payment.connectionId(), "a known connection");
        }
        if (!account.discom().equals(payment.id().discom())) {
            return refused("discom", payment.id().discom(), account.discom());
        }
        if (account.terms().mode() != BillingMode.PREPAID) {
            return refused("billing mode", account.terms().mode(), "PREPAID");
        }
        if (payment.paise() <= 0) return refused("amountPaise", payment.paise(), "> 0");
        if (payment.paise() > mostPaise) return refused("amountPaise", payment.paise(), "<= " + mostPaise);
        Instant latest = now.plus(tolerance);
        if (payment.paidAt().isAfter(latest)) return refused("paidAt", payment.paidAt(), "at most " + latest);
        LastRecharge recharge = new LastRecharge(payment.id().transaction(), payment.paise(), payment.paidAt());
        return new Credited(books.credit(account, recharge, causedBy));
    }

    private static Receipt again(Payment payment, Payment before) {
        if (payment.connectionId().equals(before.connectionId()) && payment.paise() == before.paise()) {
            return new Duplicate();
        }
        return refused(
                "gatewayTransactionId",
                payment.id().transaction() + " of " + payment.paise() + " paise for " + payment.connectionId(),
                "as credited before, " + before.paise() + " paise for " + before.connectionId());
    }

    private static Refused refused(String field, Object value, String expected) {
        return new Refused(field + ": " + value + " (expected: " + expected + ")");
    }
}
