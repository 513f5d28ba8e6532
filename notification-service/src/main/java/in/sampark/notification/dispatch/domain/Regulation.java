package in.sampark.notification.dispatch.domain;

import in.sampark.notification.plan.domain.Channel;
import in.sampark.notification.recipient.domain.Preferences.QuietHours;
import in.sampark.notification.template.domain.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What the regulator (TCCCPR 2018) asks, beside its registration, of a text that does not follow from the service itself: that the person
 * agreed, and that it comes by day.
 *
 * @param closed when none is sent (Asia/Kolkata)
 */
public record Regulation(QuietHours closed) {

    /** Longest time from this look to the phone. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    /** Texts are sent from one time of the day to another. */
    public static Regulation permitting(LocalTime from, LocalTime to) {
        return new Regulation(QuietHours.outside(from, to));
    }

    /** Why a text of this category is not sent to the contact now; empty when it is. */
    public Optional<Verdict> objection(Category category, Claimed claimed, Instant now) {
        return category.purpose().flatMap(purpose -> objection(purpose, claimed, now));
    }

    private Optional<Verdict> objection(String purpose, Claimed claimed, Instant now) {
        if (!claimed.preferences().consents().contains(Channel.SMS + "/" + purpose)) {
            return Optional.of(new Verdict.Suppressed("NO_CONSENT"));
        }
        return LastLook.waiting(closed, claimed, now).or(() -> LastLook.waiting(closed, claimed, now.plus(UNDER_WAY)));
    }
}
