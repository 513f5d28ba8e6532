package in.sampark.notification.outage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of an outage.
 *
 * @param outage the outage when {@code now} is told
 * @param now what is told at once; null for nothing
 * @param nextAt when there is more to tell; null when nothing is due later
 * @param released what those heard of whom the outage may no longer concern; null when it concerns all who heard of it
 */
public record Telling(
        Outage outage,
        @Nullable News now,
        @Nullable Instant nextAt,
        @Nullable Heard released) {

    /** What follows from a revision just taken note of. */
    public static Telling afterRevision(Outage outage, Instant time, Leads leads) {
        return switch (outage.standing()) {
            case SCHEDULED ->
                outage.known() ? revised(outage, time, leads.of(outage)) : announced(outage, time, leads.of(outage));
            case STARTED -> ongoing(outage, time);
            case RESTORED -> over(outage, News.RESTORED);
            case CANCELLED -> cancelled(outage, time);
        };
    }

    /** What follows from time alone, of an outage that there was more to tell of. */
    public static Telling whenDue(Outage outage, Instant time, Leads leads) {
        if (outage.standing() != Standing.SCHEDULED || outage.begunBy(time)) {
            return nothing(outage);
        }
        Lead lead = leads.of(outage);
        if (!outage.known()) {
            return announced(outage, time, lead);
        }
        int reminder = lead.reminderBy(outage.latest().from(), time);
        Instant next = lead.nextReminder(outage.latest().from(), time);
        return reminder <= outage.reminders()
                ? new Telling(outage, null, next, null)
                : new Telling(outage.reminded(reminder), News.REMINDER, next, null);
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
        if (outage.latest().extent() == null) {
            return nothing(outage);
        }
        Instant toldAt = lead.toldAt(outage.latest().from());
        if (time.isBefore(toldAt)) {
            return new Telling(outage, null, toldAt, null);
        }
        return outage.begunBy(time)
                ? nothing(outage)
                : told(outage, News.SCHEDULED, lead.nextReminder(outage.latest().from(), time));
    }

    private static Telling revised(Outage outage, Instant time, Lead lead) {
        Instant next = lead.nextReminder(outage.latest().from(), time);
        return told(outage, News.REVISED, outage.latest().extent() == null ? null : next);
    }

    /** Who was told that it is planned is told that it has begun; who knows that, that something has changed. */
    private static Telling ongoing(Outage outage, Instant time) {
        boolean nobody = outage.latest().extent() == null && !outage.known();
        if (nobody || !outage.latest().expectedBack().isAfter(time)) {
            return nothing(outage);
        }
        return told(outage, outage.knownToBeOngoing() ? News.REVISED : News.STARTED, null);
    }

    /** Whoever was told of it has seen by then whether supply went off. */
    private static Telling cancelled(Outage outage, Instant time) {
        Instant until = outage.latest().until();
        return until != null && !until.isAfter(time) ? nothing(outage) : over(outage, News.CANCELLED);
    }

    /** What was never told need not be unsaid. */
    private static Telling over(Outage outage, News end) {
        return outage.known() ? new Telling(outage.ended(end), end, null, null) : nothing(outage);
    }

    private static Telling told(Outage outage, News news, @Nullable Instant next) {
        return new Telling(outage.told(news), news, next, outage.released());
    }

    private static Telling nothing(Outage outage) {
        return new Telling(outage, null, null, null);
    }
}
