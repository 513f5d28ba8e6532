package in.sampark.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.RunningProbe;
import in.sampark.probe.ProbeApplication.Counts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What nobody expected is answered as a problem that says nothing of the inside. */
@ExtendWith(OutputCaptureExtension.class)
class UnexpectedProblemsTest extends RunningProbe {

    @LocalServerPort
    private int port;

    @Autowired
    private JwtEncoder tokens;

    @Autowired
    private Counts counts;

    @AfterEach
    void mend() {
        counts.hold().set(Mono.empty());
    }

    @Test
    void unexpectedFailureIsAProblemWithTheIdItIsLoggedUnder(CapturedOutput output) {
        counts.hold().set(Mono.error(new IllegalStateException("table inside, from +919897010001")));

        ResponseEntity<String> answer = post("/counts");

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = new JsonMapper().readTree(answer.getBody());
        assertThat(problem.required("status").asInt()).isEqualTo(500);
        assertThat(problem.required("title").asString()).isEqualTo("Internal Server Error");
        assertThat(problem.required("instance").asString()).isEqualTo("/counts");
        assertThat(answer.getBody()).doesNotContain("inside", "IllegalState", "0001");
        assertThat(output.getAll())
                .contains(problem.required("id").asString(), "table inside, from ******0001")
                .doesNotContain("9897010001");
    }

    @Test
    void pathThatLeadsNowhereIsAProblemToo() {
        ResponseEntity<String> answer = post("/nowhere");

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).contains("\"detail\":\"nothing at /nowhere\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/areas/%0A", "/areas/%00", "/areas//x", "/areas/a%2Fb", "/areas/a;b"})
    void addressThatIsNotTakenIsAProblemToo(String path) {
        ResponseEntity<String> answer = post(path);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = new JsonMapper().readTree(answer.getBody());
        assertThat(problem.required("detail").asString()).startsWith("request: not taken (expected: ");
        assertThat(problem.required("instance").asString()).isEqualTo(path);
    }

    private ResponseEntity<String> post(String path) {
        return WebClient.create()
                .post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token())
                .exchangeToMono(response -> response.toEntity(String.class))
                .block();
    }

    private String token() {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject("someone")
                .audience(List.of("sampark"))
                .expiresAt(Instant.now().plusSeconds(60))
                .claim("roles", List.of("officer"))
                .claim("discom", "DVVNL")
                .claim("area", "DVVNL")
                .build();
        return tokens.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }
}
