package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.operator.domain.Raised;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is over.
 *
 * @param maskedNumber empty when no number was known
 * @param provider null when none was asked
 * @param raised what operators have to do at the providers that were asked
 */
public record Ended(
        Message message, String maskedNumber, @Nullable String provider, Verdict verdict, List<Raised> raised) {

    public Ended(Message message, String maskedNumber, @Nullable String provider, Verdict verdict) {
        this(message, maskedNumber, provider, verdict, List.of());
    }

    /** The same attempt with another verdict. */
    public Ended with(Verdict other) {
        return new Ended(message, maskedNumber, provider, other, raised);
    }
}
