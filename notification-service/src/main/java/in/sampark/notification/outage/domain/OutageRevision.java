package in.sampark.notification.outage.domain;

import in.sampark.notification.fanout.domain.Extent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outage as it was recorded once.
 *
 * @param outageId {@code <discom>:<number of the outage>}
 * @param revision from 1, higher with every report
 * @param extent what is without supply; null when nothing is, since all of it is fed from elsewhere
 * @param from when supply goes off, or went off
 * @param until when it is expected back, after {@code from}; null only when it is over
 * @param restoredAt when it came back; null unless it is
 * @param words by language (ISO 639-1), at least one
 */
public record OutageRevision(
        String outageId,
        long revision,
        String eventId,
        Instant occurredAt,
        String discom,
        Standing standing,
        @Nullable Extent extent,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant restoredAt,
        Map<String, Words> words) {

    public OutageRevision {
        words = Map.copyOf(words);
        if (revision < 1) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: >= 1)");
        }
        if (!outageId.startsWith(discom + ":")) {
            throw new IllegalArgumentException("outageId: " + outageId + " (expected: " + discom + ":<number>)");
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words: none (expected: at least one language)");
        }
        if (!standing.over() && (until == null || !until.isAfter(from))) {
            throw new IllegalArgumentException(
                    "expectedRestorationAt: " + until + " (expected: after fromAt, " + from + ")");
        }
    }

    /** Until when news about an outage that is not over are worth telling. */
    Instant expectedBack() {
        if (until == null) {
            throw new IllegalStateException(outageId + ": " + standing + " without expected restoration");
        }
        return until;
    }
}
