package in.sampark.meter.balance.domain;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The recharge paid last, whichever arrived last: percentages of the ladder refer to it.
 *
 * @param id the payment gateway's id of it
 * @param paise amount
 * @param paidAt when it was paid
 */
public record LastRecharge(String id, long paise, Instant paidAt) {

    private static final Comparator<LastRecharge> BY_PAYMENT =
            Comparator.comparing(LastRecharge::paidAt).thenComparing(LastRecharge::id);

    static LastRecharge laterOf(@Nullable LastRecharge known, LastRecharge other) {
        return known == null || BY_PAYMENT.compare(known, other) < 0 ? other : known;
    }
}
