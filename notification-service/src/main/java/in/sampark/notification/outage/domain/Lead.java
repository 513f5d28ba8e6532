package in.sampark.notification.outage.domain;

import java.time.Duration;

/**
 * How long before a planned outage its consumers are told.
 *
 * @param told the first time
 * @param reminded the second time, shorter before
 */
public record Lead(Duration told, Duration reminded) {

    public Lead {
        if (reminded.isNegative() || told.compareTo(reminded) <= 0) {
            throw new IllegalArgumentException(
                    "told before: " + told + " (expected: longer than reminded before, " + reminded + ")");
        }
    }
}
