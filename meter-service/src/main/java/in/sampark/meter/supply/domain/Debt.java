package in.sampark.meter.supply.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing is left. It ends when something is, and what was said and granted in it ends with it.
 *
 * @param since when it began
 * @param toldBy event that has the consumer told that nothing is left; null when there was none
 * @param notice the earliest proof that they were told; null while there is none
 * @param switchedOn when they were last switched on by hand in it, before which nothing proves that they were told; null when never
 * @param cutSince when a cut was first due in it; null while none was
 * @param paidPaise paid since then without clearing it, and not spent on grace
 * @param graceUntil until when a part payment keeps supply on; null when none was made. There is one a debt
 */
public record Debt(
        Instant since,
        @Nullable String toldBy,
        @Nullable Notice notice,
        @Nullable Instant switchedOn,
        @Nullable Instant cutSince,
        long paidPaise,
        @Nullable Instant graceUntil) {

    static Debt begun(Instant since, @Nullable String toldBy) {
        return new Debt(since, toldBy, null, null, null, 0, null);
    }

    Debt toldBy(@Nullable String event) {
        return event == null ? this : new Debt(since, event, notice, switchedOn, cutSince, paidPaise, graceUntil);
    }

    /** The earliest proof counts. */
    Debt noticed(Notice proof) {
        boolean earliest = notice == null || proof.at().isBefore(notice.at());
        return earliest && proves(proof)
                ? new Debt(since, toldBy, proof, switchedOn, cutSince, paidPaise, graceUntil)
                : this;
    }

    private boolean proves(Notice proof) {
        return !proof.at().isBefore(since) && (switchedOn == null || proof.at().isAfter(switchedOn));
    }

    /** What was said before is said no longer. */
    Debt switchedOn(Instant at) {
        Notice after = notice != null && notice.at().isAfter(at) ? notice : null;
        return new Debt(since, null, after, at, cutSince, paidPaise, graceUntil);
    }

    Debt cutDue(Instant at) {
        return cutSince != null ? this : new Debt(since, toldBy, notice, switchedOn, at, paidPaise, graceUntil);
    }

    /** @param paise below zero when a payment was taken back */
    Debt paid(long paise) {
        long paid = Math.max(0, Math.addExact(paidPaise, paise));
        return new Debt(since, toldBy, notice, switchedOn, cutSince, paid, graceUntil);
    }

    Debt granted(@Nullable Instant until) {
        return until == null ? this : new Debt(since, toldBy, notice, switchedOn, cutSince, 0, until);
    }
}
