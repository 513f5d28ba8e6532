package in.sampark.notification.message.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param eventId the event it tells of
 * @param recipient keyed hash of the person's number
 * @param connectionIds all connections it speaks of, at least one
 * @param kind what is told, the name of a rule
 * @param language ISO 639-1
 * @param values what its template needs, in plain units: paise, ISO-8601 times; never a number or a code
 * @param dueAt when what it tells happened
 * @param expiresAt not to be sent after this time
 * @param attempt which attempt to hand it over this is, from 1
 * @param sealed for a one-time code only
 */
public record Message(
        UUID id,
        String discom,
        String eventId,
        String recipient,
        List<String> connectionIds,
        String kind,
        Lane lane,
        String language,
        Map<String, String> values,
        Instant dueAt,
        Instant expiresAt,
        int attempt,
        @Nullable SealedCode sealed) {

    public Message {
        connectionIds = List.copyOf(connectionIds);
        values = Map.copyOf(values);
        if (connectionIds.isEmpty()) {
            throw new IllegalArgumentException("connectionIds: none (expected: at least one)");
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt: " + attempt + " (expected: >= 1)");
        }
    }

    /** The same message for one more attempt. */
    public Message again() {
        return new Message(
                id,
                discom,
                eventId,
                recipient,
                connectionIds,
                kind,
                lane,
                language,
                values,
                dueAt,
                expiresAt,
                attempt + 1,
                sealed);
    }
}
