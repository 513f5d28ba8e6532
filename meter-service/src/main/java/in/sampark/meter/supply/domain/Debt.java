package in.sampark.meter.supply.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing is left. It ends when something is, and what was said and granted in it ends with it.
 *
 * @param since when it began
 * @param toldBy event that has the consumer told that nothing is left; null when there was none
 * @param notice proof that they were told; null while there is none
 * @param cutSince when a cut was first due in it; null while none was
 * @param paidPaise paid since then without clearing it, and not spent on grace
 * @param graceUntil until when a part payment keeps supply on; null when none was made. There is one a debt
 */
public record Debt(
        Instant since,
        @Nullable String toldBy,
        @Nullable Notice notice,
        @Nullable Instant cutSince,
        long paidPaise,
        @Nullable Instant graceUntil) {

    static Debt begun(Instant since, @Nullable String toldBy) {
        return new Debt(since, toldBy, null, null, 0, null);
    }

    Debt toldBy(@Nullable String event) {
        return event == null ? this : new Debt(since, event, notice, cutSince, paidPaise, graceUntil);
    }

    /** The first proof counts. */
    Debt noticed(Notice proof) {
        return notice != null || proof.at().isBefore(since)
                ? this
                : new Debt(since, toldBy, proof, cutSince, paidPaise, graceUntil);
    }

    Debt withoutNotice() {
        return new Debt(since, null, null, cutSince, paidPaise, graceUntil);
    }

    Debt cutDue(Instant at) {
        return cutSince != null ? this : new Debt(since, toldBy, notice, at, paidPaise, graceUntil);
    }

    /** @param paise below zero when a payment was taken back */
    Debt paid(long paise) {
        long paid = Math.max(0, Math.addExact(paidPaise, paise));
        return new Debt(since, toldBy, notice, cutSince, paid, graceUntil);
    }

    Debt granted(@Nullable Instant until) {
        return until == null ? this : new Debt(since, toldBy, notice, cutSince, 0, until);
    }
}
