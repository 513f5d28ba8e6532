package in.sampark.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.platform.RunningProbe;
import in.sampark.probe.ProbeApplication.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A write that its caller has named is done once. */
class NamedWritesTest extends RunningProbe {

    @LocalServerPort
    private int port;

    @Autowired
    private JwtEncoder tokens;

    @Autowired
    private Counts counts;

    @Autowired
    private DatabaseClient database;

    private final String key = UUID.randomUUID().toString();
    private int before;

    @BeforeEach
    void note() {
        before = counts.counted().get();
    }

    @AfterEach
    void letGo() {
        counts.hold().set(Mono.empty());
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAndDoesNothing() {
        ResponseEntity<String> first = sent("\"a\"");
        ResponseEntity<String> second = sent("\"a\"");

        assertThat(done()).isEqualTo(1);
        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getHeaders().getFirst(IdempotencyFilter.REPLAYED)).isNull();
        assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
        assertThat(second.getBody()).isEqualTo(first.getBody()).isNotBlank();
        assertThat(second.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(second.getHeaders().getETag())
                .isEqualTo(first.getHeaders().getETag())
                .isNotBlank();
        assertThat(second.getHeaders().getContentType())
                .isEqualTo(first.getHeaders().getContentType());
        assertThat(second.getHeaders().getFirst(IdempotencyFilter.REPLAYED)).isEqualTo("true");
    }

    @Test
    void withoutANameEveryRequestIsDone() {
        post(null, "\"a\"", "someone").block();
        post(null, "\"a\"", "someone").block();

        assertThat(done()).isEqualTo(2);
    }

    @Test
    void aRequestWithoutABodyCanBeNamed() {
        post(key, null, "someone").block();
        post(key, null, "someone").block();

        assertThat(done()).isEqualTo(1);
    }

    @Test
    void anotherRequestOfTheSameNameIsRefused() {
        sent("\"a\"");

        ResponseEntity<String> other = sent("\"b\"");

        assertThat(other.getStatusCode().value()).isEqualTo(422);
        assertThat(other.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(other.getBody()).contains("expected: a new key");
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void theNamesOfOneCallerAreNotThoseOfAnother() {
        sent("\"a\"");
        post(key, "\"a\"", "someone else").block();

        assertThat(done()).isEqualTo(2);
    }

    @Test
    void anAnswerIsNotRepeatedToWhoSeesAnotherArea() {
        send(key, "\"a\"", token("someone", "DVVNL/AGRA", "officer")).block();

        for (String token :
                List.of(token("someone", "DVVNL/MEERUT", "officer"), token("someone", "DVVNL/AGRA", "helpdesk"))) {
            assertThat(send(key, "\"a\"", token).block().getStatusCode().value())
                    .isEqualTo(422);
        }
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void whatWasRefusedCanBeSentAgain() {
        assertThat(sent("\"refused\"").getStatusCode().value()).isEqualTo(422);
        assertThat(sent("\"refused\"").getHeaders().getFirst(IdempotencyFilter.REPLAYED))
                .isNull();
        assertThat(sent("\"a\"").getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        Sinks.Empty<Void> held = held();

        List<ResponseEntity<String>> answers = Flux.range(0, 8)
                .flatMap(n -> post(key, "\"a\"", "someone"))
                .doOnNext(busy -> held.tryEmitEmpty())
                .collectList()
                .block();

        assertThat(done()).isEqualTo(1);
        assertThat(answers).extracting(answer -> answer.getStatusCode().value()).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatusCode().value() == 409)
                .isNotEmpty();
    }

    @Test
    void aCallerWhoHangsUpFindsTheAnswerLater() {
        Sinks.Empty<Void> held = held();
        assertThatThrownBy(() -> post(key, "\"a\"", "someone").block(Duration.ofMillis(500)))
                .hasMessageContaining("Timeout");
        assertThat(sent("\"a\"").getStatusCode().value()).isEqualTo(409);

        held.tryEmitEmpty();

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(sent("\"a\"").getStatusCode().value()).isEqualTo(201));
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void aNameExpires() {
        sent("\"a\"");
        database.sql("update kept_answer set expires_at = now() - interval '1 second' where key = '" + key + "'")
                .then()
                .block();

        assertThat(sent("\"b\"").getStatusCode().value()).isEqualTo(201);
        assertThat(done()).isEqualTo(2);
    }

    @Test
    void whatHasExpiredIsClearedUp() {
        sent("\"a\"");
        database.sql("update kept_answer set expires_at = now() - interval '1 second'")
                .then()
                .block();

        IntStream.range(0, 10)
                .forEach(n ->
                        post(UUID.randomUUID().toString(), "\"a\"", "someone").block());

        assertThat(database.sql("select count(*) from kept_answer where expires_at < now()")
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words"})
    void aNameThatIsNoneIsRefused(String name) {
        ResponseEntity<String> answer = post(name, "\"a\"", "someone").block();

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("\"field\":\"Idempotency-Key\"");
        assertThat(done()).isZero();
    }

    private Sinks.Empty<Void> held() {
        Sinks.Empty<Void> held = Sinks.empty();
        counts.hold().set(held.asMono());
        return held;
    }

    private int done() {
        return counts.counted().get() - before;
    }

    private ResponseEntity<String> sent(String body) {
        return post(key, body, "someone").block();
    }

    private Mono<ResponseEntity<String>> post(String name, String body, String subject) {
        return send(name, body, token(subject, "DVVNL", "officer"));
    }

    private Mono<ResponseEntity<String>> send(String name, String body, String token) {
        WebClient.RequestBodySpec request = WebClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/counts")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        if (name != null) {
            request.header(IdempotencyFilter.KEY, name);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return request.exchangeToMono(response -> response.toEntity(String.class));
    }

    private String token(String subject, String area, String role) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(subject)
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
