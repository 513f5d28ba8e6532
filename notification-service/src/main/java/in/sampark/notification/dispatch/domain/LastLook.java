package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Channel;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.plan.domain.OvertakenBy;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.recipient.domain.Preferences.QuietHours;
import in.sampark.notification.recipient.domain.Reach;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Looks once more, at the moment of sending, whether a message should still go out. */
public final class LastLook {

    /** A reason not to send. */
    private interface Objection {
        Optional<Verdict> to(Claimed claimed, Rule rule, Instant now);
    }

    private static final List<Objection> OBJECTIONS = List.of(
            LastLook::tooLate,
            LastLook::noLongerTrue,
            LastLook::endOfNothing,
            LastLook::nobodyToTell,
            LastLook::notAskedFor,
            LastLook::switchedOff,
            LastLook::quiet,
            LastLook::outOfHours);

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private LastLook() {}

    /** Why the message is not sent; empty when it is. */
    public static Optional<Verdict> objection(Claimed claimed, Rule rule, Instant now) {
        return OBJECTIONS.stream()
                .flatMap(objection -> objection.to(claimed, rule, now).stream())
                .findFirst();
    }

    private static Optional<Verdict> tooLate(Claimed claimed, Rule rule, Instant now) {
        return now.isAfter(claimed.message().expiresAt()) ? Optional.of(new Verdict.Expired()) : Optional.empty();
    }

    private static Optional<Verdict> noLongerTrue(Claimed claimed, Rule rule, Instant now) {
        return switch (rule.overtakenBy()) {
            case OvertakenBy.Nothing nothing -> Optional.empty();
            case OvertakenBy.LaterEvent event -> suppressed(overtaken(claimed), "OVERTAKEN");
            case OvertakenBy.LaterNews news -> suppressed(claimed.since().laterNews(), "LATER_NEWS");
        };
    }

    private static boolean overtaken(Claimed claimed) {
        Message message = claimed.message();
        Moment told = Moment.of(message.dueAt(), message.values());
        return claimed.since().overtaking().stream().anyMatch(last -> last.isAfter(told));
    }

    /** Who never heard that something is to come need not hear that it doesn't. */
    private static Optional<Verdict> endOfNothing(Claimed claimed, Rule rule, Instant now) {
        return suppressed(rule.after() != null && !claimed.since().heard(), "UNHEARD");
    }

    private static Optional<Verdict> suppressed(boolean overtaken, String reason) {
        return overtaken ? Optional.of(new Verdict.Suppressed(reason)) : Optional.empty();
    }

    private static Optional<Verdict> switchedOff(Claimed claimed, Rule rule, Instant now) {
        return suppressed(
                rule.category() != null && claimed.preferences().switchedOff().contains(rule.category()),
                "SWITCHED_OFF");
    }

    /** What may be switched off may also wait. */
    private static Optional<Verdict> quiet(Claimed claimed, Rule rule, Instant now) {
        return rule.category() == null
                ? Optional.empty()
                : claimed.preferences()
                        .quietFor(now.atZone(INDIA).toLocalTime())
                        .map(left -> new Verdict.Retry("QUIET_HOURS", left));
    }

    private static Optional<Verdict> notAskedFor(Claimed claimed, Rule rule, Instant now) {
        boolean missing = rule.audience() == Audience.SUBSCRIBED_CONTACT
                && !claimed.preferences().consents().contains(Channel.SMS + "/" + rule.kind());
        return suppressed(missing, "NO_CONSENT");
    }

    private static Optional<Verdict> outOfHours(Claimed claimed, Rule rule, Instant now) {
        return rule.closed() == null ? Optional.empty() : waiting(rule.closed(), claimed, now);
    }

    /** Has a message wait for the end of these hours, unless it expires before. */
    static Optional<Verdict> waiting(QuietHours closed, Claimed claimed, Instant now) {
        return closed.left(now.atZone(INDIA).toLocalTime())
                .map(left -> now.plus(left).isAfter(claimed.message().expiresAt())
                        ? new Verdict.Expired()
                        : new Verdict.Retry("OUT_OF_HOURS", left));
    }

    private static Optional<Verdict> nobodyToTell(Claimed claimed, Rule rule, Instant now) {
        if (rule.audience() == Audience.CHALLENGED_NUMBER) {
            return Optional.empty();
        }
        return switch (claimed.reach()) {
            case Reach.Proven proven -> Optional.empty();
            case Reach.None none -> Optional.of(new Verdict.Unreachable(none.reason()));
        };
    }
}
