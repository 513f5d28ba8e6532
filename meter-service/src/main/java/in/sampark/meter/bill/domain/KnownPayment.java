package in.sampark.meter.bill.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money for the bills of a connection.
 *
 * @param id which payment
 * @param connectionId whose bills it is for
 * @param billNumber the bill it is put to first; null for the oldest unpaid
 * @param paise amount
 * @param paidAt when it was made
 * @param reversed whether it was taken back
 * @param reversedAt when that was reported; null when it was not taken back, or by a build that did not keep the time
 */
public record KnownPayment(
        Id id,
        String connectionId,
        @Nullable String billNumber,
        long paise,
        Instant paidAt,
        boolean reversed,
        @Nullable Instant reversedAt) {

    /** The gateway's id, unique within a company. */
    public record Id(String discom, String payment) {}

    /** With what else is said of it. That it was taken back stays; the rest is as the payment says, not its reversal. */
    public KnownPayment and(KnownPayment other) {
        if (!reversed && !other.reversed) return this;
        KnownPayment said = reversed && !other.reversed ? other : this;
        return new KnownPayment(
                id, connectionId, said.billNumber, paise, said.paidAt, true, earlier(reversedAt, other.reversedAt));
    }

    /** When money came or went by it last. */
    Instant lastMoved() {
        return reversedAt == null ? paidAt : reversedAt;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }
}
