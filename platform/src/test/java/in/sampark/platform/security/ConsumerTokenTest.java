package in.sampark.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.platform.crypto.Keysets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

class ConsumerTokenTest {

    private static final Keysets.Pair KEYS = Keysets.newTokenPair();
    private static final String OWN = "DVVNL:7010000001";
    private static final Duration A_WHILE = Duration.ofMinutes(20);

    /** Knows nobody, as the identity provider does a token that it did not give. */
    private static final ReactiveJwtDecoder NOBODY =
            token -> Mono.error(new BadJwtException("signed by somebody else"));

    private final WhoseToken whoseToken = WhoseToken.of(NOBODY, KEYS.publicKeyset(), List.of("/connections/*/usage"));

    @Test
    void aConsumerIsKnownByTheirTokenAndSeesTheirConnectionAlone() {
        Caller caller = (Caller) authenticated("/connections/1/usage", token(KEYS, Instant.now(), A_WHILE))
                .getPrincipal();

        assertThat(caller).isEqualTo(Caller.consumer("DVVNL", OWN));
        assertThat(caller.sees(OWN, "DVVNL/AGRA")).isTrue();
        assertThat(caller.sees("DVVNL:7010000002", "DVVNL/AGRA")).isFalse();
        assertThat(caller.covers("DVVNL")).isFalse();
        assertThatThrownBy(() -> caller.area(null)).hasMessageContaining("403");
        assertThatThrownBy(() -> caller.area("DVVNL")).hasMessageContaining("403");
    }

    @Test
    void itIsWorthNothingOnOtherPaths() {
        String token = token(KEYS, Instant.now(), A_WHILE);
        for (String path : List.of("/connections/1/balance", "/connections/1/usage/more")) {
            assertThatThrownBy(() -> authenticated(path, token)).isInstanceOf(WhoseToken.NotForConsumers.class);
            assertRefused(path, token(Keysets.newTokenPair(), Instant.now(), A_WHILE));
            assertRefused(path, token(KEYS, Instant.now().minus(A_WHILE), A_WHILE.minusSeconds(1)));
        }
    }

    @Test
    void anOldOneAForgedOneAndATamperedOneAreRefused() {
        String usage = "/connections/1/usage";
        assertRefused(usage, token(KEYS, Instant.now().minus(A_WHILE), A_WHILE.minusSeconds(1)));
        assertRefused(usage, token(Keysets.newTokenPair(), Instant.now(), A_WHILE));
        String sound = token(KEYS, Instant.now(), A_WHILE);
        assertRefused(usage, sound.substring(0, sound.lastIndexOf('.') + 1) + "AAAA");
        assertRefused(usage, other(sound));
    }

    @Test
    void aStaffTokenCannotCarryTheRole() {
        assertThatThrownBy(() -> new Caller("somebody", "DVVNL", "DVVNL", Set.of("consumer")))
                .hasMessage("roles: [consumer] (expected: consumer of consumers alone)");
    }

    /** The same signature under a payload that names another connection. */
    private static String other(String token) {
        String[] parts = token.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        byte[] forged = payload.replace("7010000001", "7010000002").getBytes(StandardCharsets.UTF_8);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(forged) + "." + parts[2];
    }

    private void assertRefused(String path, String token) {
        assertThatThrownBy(() -> authenticated(path, token)).isInstanceOf(InvalidBearerTokenException.class);
    }

    private Authentication authenticated(String path, String token) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.GET, path));
        return whoseToken
                .resolve(exchange)
                .flatMap(manager -> manager.authenticate(new BearerTokenAuthenticationToken(token)))
                .block();
    }

    private static String token(Keysets.Pair keys, Instant at, Duration validFor) {
        return SignConsumerTokens.with(keys.privateKeyset()).sign("DVVNL", OWN, at, validFor);
    }
}
