package in.sampark.consumer.contact.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the billing master says of a contact.
 *
 * @param mobile the number it has on file, never proven; null when it has none, which takes away nothing
 */
public record DeclaredContact(
        ConnectionId connectionId,
        Language language,
        @Nullable MobileNumber mobile) {

    /** The contact as it is after this was said. */
    public Contact after(Optional<Contact> known, Instant at) {
        Contact speaking =
                known.orElseGet(() -> Contact.unknown(connectionId, language)).speaking(language);
        return mobile == null ? speaking : speaking.claiming(mobile, at);
    }
}
