package in.sampark.platform.security;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import in.sampark.platform.crypto.Keysets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Signs tokens for consumers, each good for one connection and a short time. Nothing takes one back before that is over, not even an erasure: whoever reads
 * a token looks nothing up.
 */
public final class SignConsumerTokens {

    static final String ISSUER = "sampark-consumer-service";
    static final String AUDIENCE = "sampark-consumer";
    static final String DISCOM = "discom";

    private final JwtPublicKeySign sign;

    private SignConsumerTokens(JwtPublicKeySign sign) {
        this.sign = sign;
    }

    /** @param privateKeyset a keyset as described at {@link in.sampark.platform.crypto.KeySettings} */
    public static SignConsumerTokens with(String privateKeyset) {
        try {
            return new SignConsumerTokens(
                    Keysets.read(privateKeyset).getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("token key is not a private JWT keyset", e);
        }
    }

    /**
     * The token as it goes into an {@code Authorization} header: a JWT whose subject is the connection.
     *
     * @param at wall time, as others will read it
     */
    public String sign(String discom, String connectionId, Instant at, Duration validFor) {
        try {
            return sign.signAndEncode(RawJwt.newBuilder()
                    .setIssuer(ISSUER)
                    .addAudience(AUDIENCE)
                    .setSubject(connectionId)
                    .setJwtId(UUID.randomUUID().toString())
                    .setIssuedAt(at)
                    .setExpiration(at.plus(validFor))
                    .addStringClaim(DISCOM, discom)
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
