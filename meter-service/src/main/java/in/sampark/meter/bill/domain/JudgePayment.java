package in.sampark.meter.bill.domain;

import in.sampark.meter.bill.domain.Judgement.NothingNew;
import in.sampark.meter.bill.domain.Judgement.Refused;
import in.sampark.meter.bill.domain.Judgement.Taken;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a payment. However late it arrives, it counts, also before the bill it names; once it was taken back it stays so, whichever of the two
 * became known first.
 */
public final class JudgePayment {

    private final Bounds bounds;

    public JudgePayment(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * @param book of the connection it is for; null when that is not known
     * @param held what is known of the payment, whosever it is; null when nothing is
     */
    public Judgement judge(KnownPayment payment, @Nullable BillBook book, @Nullable KnownPayment held, Instant now) {
        if (held != null && !same(payment, held)) return contradiction(payment, held);
        KnownPayment known = held == null ? payment : held.and(payment);
        if (known.equals(held)) return new NothingNew();
        if (book == null) return refused("connectionId", payment.connectionId(), "a known connection");
        if (!book.discom().equals(payment.id().discom())) {
            return refused("discom", payment.id().discom(), book.discom());
        }
        if (payment.paise() <= 0 || bounds.tooMuch(payment.paise())) {
            return refused("amountPaise", payment.paise(), "1 to " + bounds.mostPaise());
        }
        if (payment.paidAt().isAfter(bounds.latest(now))) {
            return refused("paidAt", payment.paidAt(), "at most " + bounds.latest(now));
        }
        return new Taken(book.with(known));
    }

    /** When it was made may be said otherwise by its reversal, and the bill left out. */
    private static boolean same(KnownPayment payment, KnownPayment held) {
        return payment.connectionId().equals(held.connectionId())
                && payment.paise() == held.paise()
                && (Objects.equals(payment.billNumber(), held.billNumber())
                        || leavesBillOut(payment)
                        || leavesBillOut(held));
    }

    private static boolean leavesBillOut(KnownPayment payment) {
        return payment.reversed() && payment.billNumber() == null;
    }

    private static Refused contradiction(KnownPayment payment, KnownPayment held) {
        return refused(
                "paymentId",
                payment.id().payment() + " of " + described(payment),
                "as taken before, " + described(held));
    }

    private static String described(KnownPayment payment) {
        return payment.paise() + " paise for " + payment.connectionId()
                + (payment.billNumber() == null ? "" : ", bill " + payment.billNumber());
    }

    private static Refused refused(String field, Object value, String expected) {
        return new Refused(field + ": " + value + " (expected: " + expected + ")");
    }
}
