package in.sampark.platform.contracts;

import in.sampark.contract.Topics;
import in.sampark.platform.RunningProbe;
import java.time.Instant;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.test.web.reactive.server.WebTestClient;

class PublishedInterfaceTest extends RunningProbe {

    @LocalServerPort
    private int port;

    @Autowired
    private JwtEncoder tokens;

    @Test
    void everyRoleReadsItAtTheService() {
        document("Bearer " + token())
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/yaml")
                .expectBody(String.class)
                .value(Matchers.containsString("address: " + Topics.RECHARGES));
    }

    @Test
    void withoutATokenItIsNotShown() {
        document("").expectStatus().isUnauthorized();
    }

    private WebTestClient.ResponseSpec document(String authorization) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/asyncapi.yaml")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange();
    }

    private String token() {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject("a dashboard's author")
                .audience(List.of("sampark"))
                .expiresAt(Instant.now().plusSeconds(60))
                .claim("roles", List.of("helpdesk"))
                .claim("discom", "DVVNL")
                .claim("area", "DVVNL")
                .build();
        return tokens.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }
}
