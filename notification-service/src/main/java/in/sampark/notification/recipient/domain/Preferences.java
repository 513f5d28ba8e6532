package in.sampark.notification.recipient.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer wants to be told.
 *
 * @param switchedOff categories they don't want to hear of
 * @param quietHours when nothing is sent that can wait; null for none
 * @param consents what they agreed to, as {@code <channel>/<purpose>}
 */
public record Preferences(Set<String> switchedOff, @Nullable QuietHours quietHours, Set<String> consents) {

    /** Of somebody who prefers nothing. */
    public static final Preferences NONE = new Preferences(Set.of(), null, Set.of());

    public Preferences {
        switchedOff = Set.copyOf(switchedOff);
        consents = Set.copyOf(consents);
    }

    /** How long it is quiet still, or nothing when it isn't. @param local time of the day */
    public Optional<Duration> quietFor(LocalTime local) {
        return Optional.ofNullable(quietHours).flatMap(hours -> hours.left(local));
    }

    /**
     * A time of every day; past midnight when it ends before it begins.
     *
     * @param from minute of the local day
     * @param to minute of the local day, not included
     */
    public record QuietHours(int from, int to) {

        private static final int DAY = 24 * 60;

        /** All day but from one time of it to another, which is not included. */
        public static QuietHours outside(LocalTime from, LocalTime to) {
            return new QuietHours(minute(to), minute(from));
        }

        private static int minute(LocalTime time) {
            return time.getHour() * 60 + time.getMinute();
        }

        /** How long they last still, or nothing when it is another time. */
        public Optional<Duration> left(LocalTime local) {
            Duration since = Duration.ofMinutes(from).negated().plusNanos(local.toNanoOfDay());
            Duration begun = since.isNegative() ? since.plusMinutes(DAY) : since;
            Duration lasts = Duration.ofMinutes(Math.floorMod(to - from, DAY));
            return begun.compareTo(lasts) < 0 ? Optional.of(lasts.minus(begun)) : Optional.empty();
        }
    }
}
