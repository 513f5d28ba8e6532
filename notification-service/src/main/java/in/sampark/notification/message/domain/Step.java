package in.sampark.notification.message.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step in a message's life, as it is announced.
 *
 * @param maskedNumber empty when it was never known
 * @param attempt 0 while planned
 * @param provider null before one was chosen
 * @param reason null for a step that needs none
 */
public record Step(
        UUID messageId,
        String discom,
        String eventId,
        List<String> connectionIds,
        String kind,
        String language,
        String maskedNumber,
        MessageState state,
        int attempt,
        @Nullable String provider,
        @Nullable String reason,
        Instant at) {

    /** That the message was planned. */
    public static Step planned(Message message, String maskedNumber, Instant at) {
        return of(message, maskedNumber, MessageState.PLANNED, 0, null, null, at);
    }

    /** A step of the message's present attempt. */
    public static Step taken(
            Message message,
            String maskedNumber,
            MessageState state,
            @Nullable String provider,
            @Nullable String reason,
            Instant at) {
        return of(message, maskedNumber, state, message.attempt(), provider, reason, at);
    }

    private static Step of(
            Message message,
            String maskedNumber,
            MessageState state,
            int attempt,
            @Nullable String provider,
            @Nullable String reason,
            Instant at) {
        return new Step(
                message.id(),
                message.discom(),
                message.eventId(),
                message.connectionIds(),
                message.kind(),
                message.language(),
                maskedNumber,
                state,
                attempt,
                provider,
                reason,
                at);
    }
}
