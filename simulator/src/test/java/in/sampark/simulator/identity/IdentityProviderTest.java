package in.sampark.simulator.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderTest {

    private static final IdentityProvider PROVIDER =
            new IdentityProvider(new IdentitySettings(InetAddress.getLoopbackAddress(), 0, Duration.ofHours(1)));

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @BeforeAll
    static void start() {
        PROVIDER.start();
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @Test
    void tokenOfAScopeIsProvedByTheIssuersKeysAndCarriesRoleAndArea() throws Exception {
        Jwt token = token("je-7", "officer:DVVNL/AGRA/MATHURA");

        assertThat(token.getSubject()).isEqualTo("je-7");
        assertThat(token.getAudience()).containsExactly("sampark");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("officer");
        assertThat(token.getClaimAsString("discom")).isEqualTo("DVVNL");
        assertThat(token.getClaimAsString("area")).isEqualTo("DVVNL/AGRA/MATHURA");
        assertThat(token.getExpiresAt()).isAfter(Instant.now().plus(Duration.ofMinutes(59)));
    }

    @Test
    void severalScopesOfOneAreaAreSeveralRoles() throws Exception {
        Jwt token = token("launcher", "openid integration:DVVNL ops:DVVNL control-room:DVVNL");

        assertThat(token.getClaimAsStringList("roles")).containsExactly("integration", "ops", "control-room");
        assertThat(token.getClaimAsString("area")).isEqualTo("DVVNL");
    }

    @Test
    void scopeThatNamesNoAreaIsRefused() throws Exception {
        assertRefused("officer");
        assertRefused("officer:DVVNL ops:PVVNL");
        assertRefused("openid");
        assertRefused("officer:DVVNL/agra");
    }

    private void assertRefused(String scope) throws Exception {
        HttpResponse<String> answer = ask("je-7", scope);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("error").asString()).isEqualTo("invalid_scope");
    }

    /** Decoded as a service does it: the keys are found by the issuer's own metadata. */
    private Jwt token(String client, String scope) throws Exception {
        JsonNode answer = json.readTree(ask(client, scope).body());
        return JwtDecoders.fromIssuerLocation(PROVIDER.issuer())
                .decode(answer.get("access_token").asString());
    }

    private HttpResponse<String> ask(String client, String scope) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret=x&scope="
                + URLEncoder.encode(scope, UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
