package in.sampark.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.RunningProbe;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.test.web.reactive.server.WebTestClient;

class AccessTest extends RunningProbe {

    @LocalServerPort
    private int port;

    @Autowired
    private JwtEncoder tokens;

    private WebTestClient web;

    @BeforeEach
    void connect() {
        web = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Test
    void withoutATokenOnlyHealthAndDeclaredPathsAnswer() {
        web.get().uri("/areas/DVVNL").exchange().expectStatus().isUnauthorized();
        web.get()
                .uri("/areas/DVVNL")
                .exchange()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("access token: none (expected: Authorization: Bearer <token>)");
        web.get().uri("/actuator/prometheus").exchange().expectStatus().isUnauthorized();
        web.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        web.get().uri("/open").exchange().expectStatus().isBadRequest();
    }

    @Test
    void theRoleDecidesWhatAndTheAreaWhere() {
        String officer = token("officer", "DVVNL");
        get("/areas/DVVNL", officer)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("someone");
        get("/areas/DVVNLX", officer).expectStatus().isNotFound();
        get("/areas/DVVNL", token("helpdesk", "DVVNL")).expectStatus().isForbidden();
        get("/areas/DVVNL", token("officer", "DVVNL/AGRA")).expectStatus().isNotFound();
    }

    @Test
    void aTokenThatReachesBeyondItsCompanyIsNoToken() {
        get("/areas/PVVNL", token("officer", "PVVNL")).expectStatus().isUnauthorized();
    }

    @Test
    void errorsAreProblemDetails() {
        web.get()
                .uri("/open")
                .exchange()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("mobile: 98* (expected: 10 digits)")
                .jsonPath("$.field")
                .isEqualTo("mobile")
                .jsonPath("$.hint")
                .isEqualTo("of a phone");
    }

    @Test
    void theSimulatorIsTrustedOnLoopbackInTheLocalProfileOnly() {
        var runner = new ApplicationContextRunner().withUserConfiguration(Guarded.class);
        String property = "spring.security.oauth2.resourceserver.jwt.issuer-uri=";
        runner.withPropertyValues(property + "http://127.0.0.1:8091/sampark-simulator")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues(property + "http://sim.example/sampark-simulator", "spring.profiles.active=local")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues(property + "http://127.0.0.1:8091/sampark-simulator", "spring.profiles.active=local")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues(property + "https://login.example/realms/discom")
                .run(context -> assertThat(context).hasNotFailed());
    }

    static class Guarded {
        @org.springframework.context.annotation.Bean
        SecurityAutoConfiguration.TrustedIssuer guard(org.springframework.core.env.Environment environment) {
            return new SecurityAutoConfiguration().trustedIssuer(environment);
        }
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return web.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private String token(String role, String area) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject("someone")
                .audience(List.of("sampark"))
                .expiresAt(Instant.now().plusSeconds(60))
                .claim("roles", List.of(role))
                .claim("discom", "DVVNL")
                .claim("area", area)
                .build();
        return tokens.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }
}
