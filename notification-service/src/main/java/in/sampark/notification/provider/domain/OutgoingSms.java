package in.sampark.notification.provider.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A text to be carried to a phone. {@code toString} shows neither number nor text.
 *
 * @param reference ours; the provider's receipts carry it
 * @param to E.164
 * @param header sender people see
 * @param awaited whether it concerns one person, who may be waiting for it: then it doesn't stand in line behind what many are told
 * @param expiresAt from then on it is not worth sending
 * @param variables what fills the template, as people read it, by name in the order of the text; for gateways that write the text themselves
 */
public record OutgoingSms(
        UUID reference,
        String to,
        String text,
        String header,
        String principalEntityId,
        String templateId,
        boolean awaited,
        Instant expiresAt,
        Map<String, String> variables) {

    public OutgoingSms {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    @Override
    public String toString() {
        return "OutgoingSms[" + reference + ", " + header + ", " + templateId + "]";
    }
}
