package in.sampark.notification.recipient.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whom to tell about a connection.
 *
 * @param recipient keyed hash of the number; null without a number
 * @param maskedNumber null without a number
 * @param language ISO 639-1, as the consumer wants to be told
 */
public record Contact(
        String connectionId,
        Standing standing,
        @Nullable String recipient,
        @Nullable String maskedNumber,
        String language) {

    /** Whether the person may be told, and who it is. */
    public Reach reach() {
        if (recipient == null || maskedNumber == null) {
            return new Reach.None(Reach.Reason.NO_NUMBER);
        }
        return switch (standing) {
            case VERIFIED -> new Reach.Proven(recipient, maskedNumber, language);
            case DOUBTED -> new Reach.None(Reach.Reason.NUMBER_DOUBTED);
            case CLAIMED, UNKNOWN -> new Reach.None(Reach.Reason.NUMBER_NOT_VERIFIED);
            case NONE -> new Reach.None(Reach.Reason.NO_NUMBER);
        };
    }
}
