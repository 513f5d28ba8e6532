package in.sampark.meter.outage.web;

import in.sampark.meter.outage.domain.KnownOutage;
import in.sampark.meter.outage.domain.Level;
import in.sampark.meter.outage.domain.Report;
import in.sampark.meter.outage.domain.Standing;
import in.sampark.meter.outage.domain.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outage as the control room sees it.
 *
 * @param standing SCHEDULED, STARTED, RESTORED or CANCELLED
 * @param assets all of them, also those of other areas it reaches into
 * @param reportedAt when its last revision was said
 */
record OutageView(
        String outageId,
        long revision,
        Standing standing,
        Level level,
        List<String> assets,
        Instant fromAt,
        @Nullable Instant expectedRestorationAt,
        @Nullable Instant restoredAt,
        Map<String, Words> words,
        Instant reportedAt) {

    static OutageView of(KnownOutage outage) {
        Report last = outage.last();
        return new OutageView(
                outage.id(),
                outage.revision(),
                outage.standing(),
                last.level(),
                last.assets(),
                last.times().fromAt(),
                last.times().expectedRestorationAt(),
                last.times().restoredAt(),
                last.words(),
                last.reportedAt());
    }
}
