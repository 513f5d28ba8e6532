package in.sampark.consumer.doubt.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Messages that did not reach a phone, one after the other.
 *
 * @param afresh whether a message reached it before them, so that none before counts
 * @param failures how many
 * @param since when the first of them failed; null without any
 */
public record Streak(boolean afresh, int failures, @Nullable Instant since) {

    public static final Streak NONE = new Streak(false, 0, null);

    private static final Streak BROKEN = new Streak(true, 0, null);

    /** This with the next delivery. */
    public Streak then(Delivery next) {
        if (next.reached()) {
            return BROKEN;
        }
        return new Streak(afresh, failures + 1, since == null ? next.at() : since);
    }
}
