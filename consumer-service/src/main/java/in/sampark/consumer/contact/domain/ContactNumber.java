package in.sampark.consumer.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number bound to a connection.
 *
 * @param primary whether this is the number that is told
 * @param claimedAt when it was first said to be the consumer's
 * @param verifiedAt when it was last proven; null if never
 */
public record ContactNumber(
        MobileNumber number,
        boolean primary,
        Instant claimedAt,
        @Nullable Instant verifiedAt) {

    static ContactNumber claimed(MobileNumber number, boolean primary, Instant at) {
        return new ContactNumber(number, primary, at, null);
    }

    ContactNumber proven(Instant at) {
        return new ContactNumber(number, true, claimedAt, at);
    }

    public Standing standing() {
        return verifiedAt == null ? Standing.CLAIMED : Standing.VERIFIED;
    }
}
