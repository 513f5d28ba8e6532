package in.sampark.notification.recipient.domain;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it is kept.
 *
 * @param number null without a number
 * @param verifiedAt when the number was last proven; null if never
 */
public record ContactState(
        Standing standing,
        @Nullable KeptNumber number,
        String language,
        Preferences preferences,
        @Nullable Instant verifiedAt) {

    /**
     * A mobile number as it is kept.
     *
     * @param encrypted under the field key, with the connection id as context
     * @param hash keyed hash
     */
    public record KeptNumber(ByteBuffer encrypted, String hash, String masked) {}
}
