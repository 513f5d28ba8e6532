package in.sampark.notification.outage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outage as last reported, and what consumers know of it.
 *
 * @param told what they were told last; null for nothing
 */
public record Outage(OutageRevision latest, @Nullable Told told) {

    /**
     * Something that was told.
     *
     * @param standing of the outage then
     * @param revision which one it was of
     * @param reminder which one it was, from 1; 0 for what is no reminder
     * @param heard what was told, and to whom
     */
    public record Told(News news, Standing standing, long revision, int reminder, Heard heard) {}

    /** An outage not heard of before. */
    public static Outage first(OutageRevision revision) {
        return new Outage(revision, null);
    }

    /** The outage after a higher revision. */
    public Outage revised(OutageRevision higher) {
        return new Outage(higher, told);
    }

    Standing standing() {
        return latest.standing();
    }

    /** The outage when this was told of it, to all it concerns. */
    Outage told(News news) {
        return with(new Told(news, standing(), latest.revision(), 0, Heard.of(latest)));
    }

    /** The outage when this reminder was told of it. */
    Outage reminded(int reminder) {
        return with(new Told(News.REMINDER, standing(), latest.revision(), reminder, Heard.of(latest)));
    }

    /** The outage when its end was told to all who had heard of it. */
    Outage ended(News end) {
        if (told == null) {
            throw new IllegalStateException(latest.outageId() + ": ended (expected: told of before)");
        }
        return with(new Told(end, standing(), latest.revision(), 0, told.heard()));
    }

    /** Whether consumers believe that it is to come or going on. */
    boolean known() {
        return told != null && !told.news().last() && told.heard().extent() != null;
    }

    /** Whether consumers believe that it is going on. */
    boolean knownToBeOngoing() {
        return known() && told != null && told.standing() == Standing.STARTED;
    }

    /** What those heard of whom it may no longer concern; null when it concerns all who heard of it. */
    @Nullable
    Heard released() {
        return known() && told != null && told.heard().reachesBeyond(latest) ? told.heard() : null;
    }

    /** How many reminders of its times as they are were told. */
    int reminders() {
        return told != null && told.revision() == latest.revision() ? told.reminder() : 0;
    }

    boolean begunBy(Instant time) {
        return !latest.from().isAfter(time);
    }

    private Outage with(Told news) {
        return new Outage(latest, news);
    }
}
