package in.sampark.platform.republish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic being written anew, or the last time it was.
 *
 * @param discom whose part of the topic it is
 * @param rows announced so far
 * @param finishedAt when the last row was announced; null until then
 */
record Republication(
        String topic,
        String discom,
        String requestedBy,
        Instant requestedAt,
        long rows,
        @Nullable Instant finishedAt) {}
