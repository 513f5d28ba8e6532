package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An outage as the control room announces it.
 *
 * @param number in the company's own system
 */
public record Draft(
        String number,
        Level level,
        List<String> assets,
        Instant fromAt,
        Instant expectedRestorationAt,
        Map<String, Words> words) {

    /** Its first revision: scheduled when it lies ahead, else started. */
    public Report report(String discom, Instant now) {
        return new Report(
                discom + ":" + number,
                discom,
                1,
                fromAt.isAfter(now) ? Stage.SCHEDULED : Stage.STARTED,
                level,
                assets,
                new Times(fromAt, expectedRestorationAt, null),
                words,
                now);
    }
}
