package in.sampark.platform.test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Access tokens that a service under {@link IntegrationTest} trusts. */
public final class TestTokens {

    private static final int KEY_BYTES = 32;
    private static final long VALID_FOR_SECONDS = 3600;
    private static final SecretKey KEY = newKey();
    private static final JwtEncoder ENCODER =
            NimbusJwtEncoder.withSecretKey(KEY).build();

    private TestTokens() {}

    /**
     * The value of an {@code Authorization} header.
     *
     * @param role e.g. {@code officer}
     * @param discom e.g. {@code DVVNL}
     * @param area e.g. {@code DVVNL/AGRA/MATHURA}
     */
    public static String bearer(String role, String discom, String area) {
        return "Bearer " + token(role, discom, area);
    }

    /** The token alone, for {@code headers.setBearerAuth}. Its subject is {@code test-<role>}. */
    public static String token(String role, String discom, String area) {
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject("test-" + role)
                .audience(List.of("sampark"))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(VALID_FOR_SECONDS))
                .claim("roles", List.of(role))
                .claim("discom", discom)
                .claim("area", area)
                .build();
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return ENCODER.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    static ReactiveJwtDecoder decoder() {
        return NimbusReactiveJwtDecoder.withSecretKey(KEY).build();
    }

    private static SecretKey newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "HmacSHA256");
    }
}
