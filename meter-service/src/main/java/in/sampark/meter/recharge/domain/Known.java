package in.sampark.meter.recharge.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a payment that was credited.
 *
 * @param arrearsPaise part of it that went to arrears
 * @param reversedAt when its money was taken back; null when it was not
 */
public record Known(
        Payment payment, long arrearsPaise, @Nullable Instant reversedAt) {

    /** Whether it was not taken back. */
    public boolean stands() {
        return reversedAt == null;
    }

    Known split(long arrearsPaise) {
        return new Known(payment, arrearsPaise, reversedAt);
    }

    Known reversed(Instant at) {
        return new Known(payment, arrearsPaise, at);
    }
}
