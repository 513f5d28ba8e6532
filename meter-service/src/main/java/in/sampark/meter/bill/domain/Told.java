package in.sampark.meter.bill.domain;

import in.sampark.meter.bill.domain.KnownBill.Version;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a bill so far, or passed over in silence.
 *
 * @param version of the bill
 * @param rung the latest rung of the reminder ladder passed, in days after the due date; null before the first
 * @param settled whether nothing was left to pay
 * @param notices how many notices there were, which makes each of them one of its own
 */
public record Told(Version version, @Nullable Integer rung, boolean settled, int notices) {

    Told oneMore() {
        return new Told(version, rung, settled, notices + 1);
    }

    Told withRung(@Nullable Integer passed) {
        return new Told(version, passed, settled, notices);
    }

    Told withSettled(boolean now) {
        return new Told(version, rung, now, notices);
    }
}
