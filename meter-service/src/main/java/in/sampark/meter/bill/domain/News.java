package in.sampark.meter.bill.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell of a bill.
 *
 * @param bill as it is now
 * @param stage what became of it
 * @param rung of the reminder ladder, in days after the due date; null for other stages
 * @param outstandingPaise left to pay, unpaid earlier bills that it carries included
 * @param number of this notice among those of the bill, from 1
 */
public record News(KnownBill bill, Stage stage, @Nullable Integer rung, long outstandingPaise, int number) {

    /** What became of a bill. */
    public enum Stage {
        ISSUED,
        DUE_SOON,
        OVERDUE,
        PAID,
        REOPENED,
        CANCELLED
    }
}
