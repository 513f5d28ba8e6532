package in.sampark.meter.recharge.domain;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.recharge.domain.Receipt.Booked;
import in.sampark.meter.recharge.domain.Receipt.Duplicate;
import in.sampark.meter.recharge.domain.Receipt.Kept;
import in.sampark.meter.recharge.domain.Receipt.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about money that came in or was taken back: duplicate, refused, kept or booked. However late it is reported, it counts, and however the
 * connection is billed by then: money received is never lost. A transaction is credited once and taken back once, as a whole, in whatever order the
 * two are reported.
 */
public final class ReceivePayment {

    private final Bookkeeping books;
    private final Arrears arrears;
    private final Duration tolerance;
    private final long mostPaise;

    /**
     * @param arrears what of a recharge goes to arrears
     * @param tolerance how far the gateway's clock may be ahead
     * @param mostPaise largest amount that is believed, in paise
     */
    public ReceivePayment(Bookkeeping books, Arrears arrears, Duration tolerance, long mostPaise) {
        this.books = books;
        this.arrears = arrears;
        this.tolerance = tolerance;
        this.mostPaise = mostPaise;
    }

    /**
     * Money came in.
     *
     * @param account whom it is for; null when not known
     * @param known what is known of the transaction; null when nothing is
     * @param reversedAt when it was taken back, by a reversal that has overtaken it; null when there is none
     * @param arrearsPaise what the connection owes in arrears
     * @param causedBy the payment's event
     */
    public Receipt receive(
            Payment payment,
            @Nullable Account account,
            @Nullable Known known,
            @Nullable Instant reversedAt,
            long arrearsPaise,
            @Nullable String causedBy,
            Instant now) {
        if (known != null) return again(payment, known.payment());
        if (account == null) return unknown(payment);
        Optional<Refused> doubt = doubt(payment, account, "paidAt", payment.paidAt(), now);
        if (doubt.isPresent()) return doubt.get();
        long part = arrears.part(account.discom(), payment.paise(), arrearsPaise);
        Change change = reversedAt == null
                ? books.credit(account, payment.recharge(), part, causedBy)
                : books.creditAndTakeBack(account, payment.recharge(), part, reversedAt);
        return new Booked(change, new Known(payment, part, reversedAt));
    }

    /**
     * Money was taken back.
     *
     * @param before the payment made last of those that stand but for this one; null when there is none
     */
    public Receipt takeBack(
            Payment payment,
            Instant at,
            @Nullable Account account,
            @Nullable Known known,
            @Nullable Payment before,
            @Nullable String causedBy,
            Instant now) {
        if (account == null) return unknown(payment);
        Optional<Refused> doubt = doubt(payment, account, "occurredAt", at, now);
        if (doubt.isPresent()) return doubt.get();
        if (known == null) return new Kept();
        if (!payment.matches(known.payment())) return notTheWhole(payment, known.payment());
        if (!known.stands()) return new Duplicate();
        Change change = books.takeBack(
                account,
                payment.recharge(),
                known.arrearsPaise(),
                before == null ? null : before.recharge(),
                at,
                causedBy);
        return new Booked(change, known.reversed(at));
    }

    /** Of a reversal that says another amount or connection than the payment, whichever of the two came first. */
    public static Refused notTheWhole(Payment reversal, Payment credited) {
        return mismatch(reversal, credited, "the whole, as credited");
    }

    private Optional<Refused> doubt(Payment payment, Account account, String timeName, Instant time, Instant now) {
        Instant latest = now.plus(tolerance);
        if (account.terms().removed()) return Optional.of(unknown(payment));
        if (!account.discom().equals(payment.id().discom()))
            return Optional.of(refused("discom", payment.id().discom(), account.discom()));
        if (payment.paise() <= 0) return Optional.of(refused("amountPaise", payment.paise(), "> 0"));
        if (payment.paise() > mostPaise) return Optional.of(refused("amountPaise", payment.paise(), "<= " + mostPaise));
        if (time.isAfter(latest)) return Optional.of(refused(timeName, time, "at most " + latest));
        return Optional.empty();
    }

    private static Receipt again(Payment payment, Payment before) {
        return payment.matches(before) ? new Duplicate() : mismatch(payment, before, "as credited before");
    }

    private static Refused mismatch(Payment payment, Payment other, String why) {
        return refused(
                "gatewayTransactionId",
                payment.id().transaction() + " of " + payment.paise() + " paise for " + payment.connectionId(),
                why + ", " + other.paise() + " paise for " + other.connectionId());
    }

    private static Refused unknown(Payment payment) {
        return refused("connectionId", payment.connectionId(), "a known connection");
    }

    private static Refused refused(String field, Object value, String expected) {
        return new Refused(field + ": " + value + " (expected: " + expected + ")");
    }
}
