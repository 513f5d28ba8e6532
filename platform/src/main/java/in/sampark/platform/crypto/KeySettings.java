package in.sampark.platform.crypto;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys, each a Tink keyset in JSON or {@code file:<path>} of one. A service is given only those it needs.
 *
 * @param sealingPublic notification-service's public key, to seal for it (HPKE)
 * @param sealingPrivate its private half, notification-service only
 * @param field encrypts columns with personal data (AEAD)
 * @param hash finds a number without showing it (PRF)
 * @param otp one-time codes at rest (PRF)
 * @param tokenPrivate signs consumers' tokens, consumer-service only (JWT, ES256)
 * @param tokenPublic its public half, to know them by
 */
@ConfigurationProperties("sampark.keys")
public record KeySettings(
        @Nullable String sealingPublic,
        @Nullable String sealingPrivate,
        @Nullable String field,
        @Nullable String hash,
        @Nullable String otp,
        @Nullable String tokenPrivate,
        @Nullable String tokenPublic) {

    @Override
    public String toString() {
        return "KeySettings[hidden]";
    }
}
