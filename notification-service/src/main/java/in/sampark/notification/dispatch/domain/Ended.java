package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.Message;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is over.
 *
 * @param maskedNumber empty when no number was known
 * @param provider null when none was asked
 */
public record Ended(
        Message message, String maskedNumber, @Nullable String provider, Verdict verdict) {

    /** The same attempt with another verdict. */
    public Ended with(Verdict other) {
        return new Ended(message, maskedNumber, provider, other);
    }
}
