package in.sampark.platform.security;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeyVerify;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.VerifiedJwt;
import in.sampark.platform.crypto.Keysets;
import java.security.GeneralSecurityException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/** Knows consumers by the tokens that consumer-service signed for them: in force, and for this use. */
final class KnowConsumers implements ReactiveAuthenticationManager {

    private static final JwtValidator VALIDATOR = JwtValidator.newBuilder()
            .expectIssuer(SignConsumerTokens.ISSUER)
            .expectAudience(SignConsumerTokens.AUDIENCE)
            .build();

    private final JwtPublicKeyVerify verify;

    private KnowConsumers(JwtPublicKeyVerify verify) {
        this.verify = verify;
    }

    /** @param publicKeyset a keyset as described at {@link in.sampark.platform.crypto.KeySettings} */
    static KnowConsumers by(String publicKeyset) {
        try {
            return new KnowConsumers(
                    Keysets.read(publicKeyset).getPrimitive(RegistryConfiguration.get(), JwtPublicKeyVerify.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("token key is not a public JWT keyset", e);
        }
    }

    @Override
    public Mono<Authentication> authenticate(Authentication presented) {
        return presented instanceof BearerTokenAuthenticationToken bearer
                ? Mono.fromCallable(() -> caller(bearer.getToken()))
                : Mono.empty();
    }

    private Authentication caller(String token) {
        try {
            VerifiedJwt verified = verify.verifyAndDecode(token, VALIDATOR);
            return CallerToken.ofConsumer(
                    Caller.consumer(verified.getStringClaim(SignConsumerTokens.DISCOM), verified.getSubject()), token);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidBearerTokenException("a consumer's token that is not in force", e);
        }
    }
}
