package in.sampark.meter.recharge.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a gateway transaction.
 *
 * @param payment as it was credited, or as its reversal says while it has not come yet
 * @param credited whether it has come
 * @param arrearsPaise part of it that went to arrears
 * @param reversedAt when its money was taken back; null when it was not
 */
public record Known(
        Payment payment,
        boolean credited,
        long arrearsPaise,
        @Nullable Instant reversedAt) {

    /** Credited, and not taken back. */
    public boolean stands() {
        return credited && reversedAt == null;
    }

    Known split(long arrearsPaise) {
        return new Known(payment, credited, arrearsPaise, reversedAt);
    }

    Known reversed(Instant at) {
        return new Known(payment, credited, arrearsPaise, at);
    }
}
