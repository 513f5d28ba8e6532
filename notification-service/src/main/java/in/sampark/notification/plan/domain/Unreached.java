package in.sampark.notification.plan.domain;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.Subject;
import in.sampark.notification.recipient.domain.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that nobody may be told yet.
 *
 * @param relevantUntil it is kept until then
 */
public record Unreached(
        UUID messageId,
        String discom,
        String eventId,
        List<String> connectionIds,
        String kind,
        Lane lane,
        Map<String, String> values,
        Instant dueAt,
        Instant relevantUntil,
        Reach.Reason reason) {

    /** What it is about; null when it is about an event of one connection. */
    public @Nullable String subject() {
        return values.get(Subject.ID);
    }

    /** A message whose recipient turned out to be no longer proven when it was to be sent. */
    public static Unreached of(Message message, Reach.Reason reason) {
        return new Unreached(
                message.id(),
                message.discom(),
                message.eventId(),
                message.connectionIds(),
                message.kind(),
                message.lane(),
                message.values(),
                message.dueAt(),
                message.expiresAt(),
                reason);
    }
}
