package in.sampark.notification.provider.domain;

import java.util.UUID;

/**
 * A text to be carried to a phone. {@code toString} shows neither number nor text.
 *
 * @param reference ours; the provider's receipts carry it
 * @param to E.164
 * @param header sender people see
 */
public record OutgoingSms(
        UUID reference, String to, String text, String header, String principalEntityId, String templateId) {

    @Override
    public String toString() {
        return "OutgoingSms[" + reference + ", " + header + ", " + templateId + "]";
    }
}
