package in.sampark.meter.outage.web;

import in.sampark.meter.outage.domain.Extent;
import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Level;
import in.sampark.meter.outage.domain.Report;
import in.sampark.meter.outage.domain.Showing;
import in.sampark.meter.outage.domain.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outage as the control room sees it.
 *
 * @param standing LAPSED when it was planned, and its time has passed without a word of it; OVERDUE when it has started, and the restoration that was
 *     expected has passed without a word
 * @param assets all of them, also those of other areas it reaches into
 * @param takesDown what goes off with transmission lines
 * @param reportedAt when its last revision was said
 */
record OutageView(
        String outageId,
        long revision,
        Showing standing,
        Level level,
        List<String> assets,
        @Nullable Extent takesDown,
        Instant fromAt,
        @Nullable Instant expectedRestorationAt,
        @Nullable Instant restoredAt,
        Map<String, Words> words,
        Instant reportedAt,
        @Nullable String noticeId) {

    static OutageView of(KnownOutage outage, Instant now) {
        Report last = outage.last();
        return new OutageView(
                outage.id(),
                outage.revision(),
                Showing.of(outage, now),
                last.level(),
                last.assets(),
                last.takesDown(),
                last.times().fromAt(),
                last.times().expectedRestorationAt(),
                last.times().restoredAt(),
                last.words(),
                last.reportedAt(),
                last.noticeId());
    }
}
