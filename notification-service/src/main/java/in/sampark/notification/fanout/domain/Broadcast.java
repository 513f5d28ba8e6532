package in.sampark.notification.fanout.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * News that concern many.
 *
 * @param topic where the event came from
 * @param subject what they are about; there is one fan-out of a subject at a time
 * @param spared who is not told though they concern them
 * @param at when what they tell happened
 * @param expiresAt until when they are worth telling; null when only the rule knows
 * @param values what templates need, but for the accounts; among them which revision of the subject it is
 * @param kept whether they are kept for those who cannot be told now
 * @param release whether they are that the subject no longer concerns those they are told to
 */
public record Broadcast(
        String topic,
        String subject,
        String discom,
        String eventId,
        Extent extent,
        Spared spared,
        Instant at,
        @Nullable Instant expiresAt,
        Map<String, String> values,
        boolean kept,
        boolean release) {

    public Broadcast {
        values = Map.copyOf(values);
    }
}
