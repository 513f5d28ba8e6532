package in.sampark.notification.outage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outage as last reported, and what consumers know of it.
 *
 * @param told what they were told last; null for nothing
 */
public record Outage(
        OutageRevision latest, Phase phase, @Nullable Told told) {

    /**
     * Something that was told.
     *
     * @param phase of the outage then
     * @param revision which one it was of
     */
    public record Told(News news, Phase phase, long revision) {}

    /** An outage not heard of before. */
    public static Outage first(OutageRevision revision) {
        return new Outage(revision, phase(revision, null), null);
    }

    /** The outage after a higher revision. */
    public Outage revised(OutageRevision higher) {
        return new Outage(higher, phase(higher, phase), told);
    }

    /** The outage when this was told of it. */
    Outage told(News news) {
        return new Outage(latest, phase, new Told(news, phase, latest.revision()));
    }

    /** Whether consumers believe that it is to come or going on. */
    boolean known() {
        return told != null && !told.news().last();
    }

    /** Whether consumers believe that it is going on. */
    boolean knownToBeOngoing() {
        return known() && told != null && told.phase() == Phase.ONGOING;
    }

    boolean begunBy(Instant time) {
        return !latest.from().isAfter(time);
    }

    /** A revision of times says nothing of the phase; where no earlier report was heard, its times do. */
    private static Phase phase(OutageRevision revision, @Nullable Phase before) {
        return switch (revision.stage()) {
            case SCHEDULED -> Phase.PLANNED;
            case STARTED -> Phase.ONGOING;
            case RESTORED, CANCELLED -> Phase.OVER;
            case REVISED -> {
                if (before != null) {
                    yield before;
                }
                yield revision.from().isAfter(revision.occurredAt()) ? Phase.PLANNED : Phase.ONGOING;
            }
        };
    }
}
