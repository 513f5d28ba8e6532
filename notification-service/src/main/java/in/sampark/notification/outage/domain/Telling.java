package in.sampark.notification.outage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of an outage.
 *
 * @param outage the outage when {@code now} is told
 * @param now what is told at once; null for nothing
 * @param nextAt when there is more to tell; null when nothing is due later
 */
public record Telling(
        Outage outage, @Nullable News now, @Nullable Instant nextAt) {

    /** What follows from a revision just taken note of. */
    public static Telling afterRevision(Outage outage, Instant time, Lead lead) {
        return switch (outage.phase()) {
            case PLANNED -> outage.known() ? revised(outage, time, lead) : announced(outage, time, lead);
            case ONGOING -> ongoing(outage, time);
            case OVER -> over(outage);
        };
    }

    /** What follows from time alone, of an outage that there was more to tell of. */
    public static Telling whenDue(Outage outage, Instant time, Lead lead) {
        if (outage.phase() != Phase.PLANNED || outage.begunBy(time)) {
            return nothing(outage);
        }
        if (!outage.known()) {
            return announced(outage, time, lead);
        }
        Instant reminderAt = reminderAt(outage, lead);
        return time.isBefore(reminderAt)
                ? new Telling(outage, null, reminderAt)
                : new Telling(outage.told(News.REMINDER), News.REMINDER, null);
    }

    /** Until when the news are worth telling; null for those about the end of an outage, which say no time to come. */
    public static @Nullable Instant worthUntil(News news, OutageRevision revision) {
        return switch (news) {
            case SCHEDULED, REMINDER -> revision.from();
            case STARTED, REVISED -> revision.expectedBack();
            case RESTORED, CANCELLED -> null;
        };
    }

    /** An outage that begins before anybody could be told is told when it has begun. */
    private static Telling announced(Outage outage, Instant time, Lead lead) {
        Instant toldAt = outage.latest().from().minus(lead.told());
        if (time.isBefore(toldAt)) {
            return new Telling(outage, null, toldAt);
        }
        return outage.begunBy(time)
                ? nothing(outage)
                : new Telling(outage.told(News.SCHEDULED), News.SCHEDULED, reminderAfter(outage, time, lead));
    }

    private static Telling revised(Outage outage, Instant time, Lead lead) {
        return new Telling(outage.told(News.REVISED), News.REVISED, reminderAfter(outage, time, lead));
    }

    /** Who was told that it is planned is told that it has begun; who knows that, that something has changed. */
    private static Telling ongoing(Outage outage, Instant time) {
        if (!outage.latest().expectedBack().isAfter(time)) {
            return nothing(outage);
        }
        News news = outage.knownToBeOngoing() ? News.REVISED : News.STARTED;
        return new Telling(outage.told(news), news, null);
    }

    /** What was never told need not be unsaid. */
    private static Telling over(Outage outage) {
        if (!outage.known() || !outage.latest().stage().closes()) {
            return nothing(outage);
        }
        News news = outage.latest().stage() == Stage.RESTORED ? News.RESTORED : News.CANCELLED;
        return new Telling(outage.told(news), news, null);
    }

    private static Telling nothing(Outage outage) {
        return new Telling(outage, null, null);
    }

    private static Instant reminderAt(Outage outage, Lead lead) {
        return outage.latest().from().minus(lead.reminded());
    }

    /** Told within the time of the reminder, nobody needs one. */
    private static @Nullable Instant reminderAfter(Outage outage, Instant time, Lead lead) {
        Instant at = reminderAt(outage, lead);
        return at.isAfter(time) ? at : null;
    }
}
