package in.sampark.notification.outage.domain;

import in.sampark.notification.fanout.domain.Extent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What consumers heard of an outage that they may have to be told is no longer so.
 *
 * @param extent who heard it; null for nobody
 * @param from when supply was to go off, or went off
 */
public record Heard(@Nullable Extent extent, Instant from, Map<String, Words> words) {

    public Heard {
        words = Map.copyOf(words);
    }

    static Heard of(OutageRevision revision) {
        return new Heard(revision.extent(), revision.from(), revision.words());
    }

    /** Whether some who heard it may not be concerned by the revision. */
    boolean reachesBeyond(OutageRevision revision) {
        return extent != null
                && (revision.extent() == null || !revision.extent().names(extent));
    }
}
