package in.sampark.meter.bill.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;

/**
 * What is believed.
 *
 * @param clockTolerance how far the sender's clock may be ahead
 * @param mostPaise largest amount of a bill or payment
 * @param toPayAtMost longest time from a bill's issue to its due date
 */
public record Bounds(Duration clockTolerance, long mostPaise, Period toPayAtMost) {

    Instant latest(Instant now) {
        return now.plus(clockTolerance);
    }

    boolean tooMuch(long paise) {
        return paise > mostPaise || paise < -mostPaise;
    }
}
