package in.sampark.meter.recharge.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became known of the payments or arrears of a connection.
 *
 * @param cause tells the entries it leads to from all others of their payments
 * @param transaction the payment it is of; empty when it is of arrears
 * @param at when it happened: what was decided of payments before stays
 */
public record News(String cause, String transaction, Instant at) {

    public static News ofArrears(String entry, Instant at) {
        return new News("arrears " + entry, "", at);
    }

    /** @param before what was known of the payment; null when nothing was */
    public static News of(Known known, @Nullable Known before) {
        Payment payment = known.payment();
        String transaction = payment.id().transaction();
        Instant reversed = known.reversedAt();
        if (reversed == null) return new News(transaction, transaction, payment.paidAt());
        boolean both = before == null || reversed.isBefore(payment.paidAt());
        return new News("reversal of " + transaction, transaction, both ? payment.paidAt() : reversed);
    }

    /** The one that happened first. */
    public static News earlier(News one, News other) {
        return other.at().isBefore(one.at()) ? other : one;
    }
}
