package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outage as the control room announces it.
 *
 * @param number in the company's own system
 * @param takesDown what goes off with transmission lines; null on any other level, and when nothing does
 * @param notice number of the notice that announces it; null when none does
 */
public record Draft(
        String number,
        Level level,
        List<String> assets,
        @Nullable Extent takesDown,
        Instant fromAt,
        Instant expectedRestorationAt,
        Map<String, Words> words,
        @Nullable String notice) {

    /** Its first revision: scheduled when it lies ahead, else started. */
    public Report report(String discom, Instant now) {
        return new Report(
                discom + ":" + number,
                discom,
                1,
                fromAt.isAfter(now) ? Stage.SCHEDULED : Stage.STARTED,
                level,
                assets,
                takesDown,
                new Times(fromAt, expectedRestorationAt, null),
                words,
                now,
                notice == null ? null : discom + ":" + notice);
    }
}
