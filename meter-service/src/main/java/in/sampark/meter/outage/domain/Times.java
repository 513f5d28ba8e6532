package in.sampark.meter.outage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param fromAt when supply goes off, or went off
 * @param expectedRestorationAt when it is expected back
 * @param restoredAt when it came back
 */
public record Times(
        Instant fromAt,
        @Nullable Instant expectedRestorationAt,
        @Nullable Instant restoredAt) {}
