package in.sampark.consumer;

import de.siegmar.fastcsv.reader.CsvReader;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.OtpRequested;
import in.sampark.platform.crypto.Unsealer;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import in.sampark.platform.web.EntityTag;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The service as its callers and its topics' readers meet it. */
final class ConsumerApi {

    static final String MATHURA = "DVVNL/AGRA/MATHURA";
    static final String ALIGARH = "DVVNL/AGRA/ALIGARH";
    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final WebTestClient web;
    private final TestTopics topics;
    private final Unsealer unsealer;

    ConsumerApi(WebTestClient web, TestTopics topics, Unsealer unsealer) {
        this.web = web.mutate()
                .filter(ConsumerApi::readWhole)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .build();
        this.topics = topics;
        this.unsealer = unsealer;
    }

    /** What an import came to. */
    record Report(long taken, long unchanged, long rejected, List<ReportRow> rows) {}

    record ReportRow(long line, String column, String value, String expected) {}

    /** Rows of an import's report as the sender reads them. */
    String reportText(Import job) {
        return body(get("imports/" + job.importId() + "/errors", "integration", "DVVNL"), String.class);
    }

    /** What {@code POST} and {@code GET imports} answer. */
    record Import(
            String importId,
            String state,
            long staged,
            long taken,
            long unchanged,
            long rejected,
            long repaired,
            long warned,
            @Nullable String reason,
            @Nullable String endedAt,
            String errors) {}

    record Challenge(String challengeId, String maskedNumber, String expiresAt) {}

    Report imported(String file) {
        return imported(file, "DVVNL");
    }

    /** Imports for an area, and waits for the end. */
    Report imported(String file, String area) {
        Import job = ended(body(upload(file, TestTokens.bearer("integration", "DVVNL", area)), Import.class));
        return new Report(job.taken(), job.unchanged(), job.rejected(), report(job));
    }

    ResponseSpec upload(String file, @Nullable String token) {
        return upload(Flux.just(BUFFERS.wrap(file.getBytes(StandardCharsets.UTF_8))), token);
    }

    ResponseSpec upload(Flux<DataBuffer> file, @Nullable String token) {
        return web.post()
                .uri("/api/v1/imports")
                .headers(headers -> authorize(headers, token))
                .contentType(MediaType.parseMediaType("text/csv"))
                .body(BodyInserters.fromDataBuffers(file))
                .exchange();
    }

    Import ended(Import job) {
        return awaited(() -> Optional.of(body(get("imports/" + job.importId(), "integration", "DVVNL"), Import.class))
                .filter(seen -> seen.endedAt() != null));
    }

    List<ReportRow> report(Import job) {
        return CsvReader.builder().ofNamedCsvRecord(reportText(job)).stream()
                .map(row -> new ReportRow(
                        Long.parseLong(row.getField("line")),
                        row.getField("column"),
                        row.getField("value"),
                        row.getField("expected")))
                .toList();
    }

    ResponseSpec postCsv(String path, String file, String role, String area) {
        return web.post()
                .uri("/api/v1/" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(file)
                .exchange();
    }

    ResponseSpec get(String path, String role, String area) {
        return web.get()
                .uri("/api/v1/" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .exchange();
    }

    ResponseSpec put(String path, String role, String area) {
        return web.put()
                .uri("/api/v1/" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .exchange();
    }

    ResponseSpec put(String path, Map<String, ?> body, @Nullable String ifMatch, String role, String area) {
        return web.put()
                .uri("/api/v1/" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .headers(headers -> require(headers, ifMatch))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** @param version of the contact as the caller saw it */
    ResponseSpec put(String path, long version, String role, String area) {
        return web.put()
                .uri("/api/v1/" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .header(HttpHeaders.IF_MATCH, EntityTag.of(version))
                .exchange();
    }

    ResponseSpec delete(String path, long version, String role, String area) {
        return web.delete()
                .uri("/api/v1/" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .header(HttpHeaders.IF_MATCH, EntityTag.of(version))
                .exchange();
    }

    /** Sends a file to where it is taken. */
    ResponseSpec upload(String path, String file, String role, String area) {
        return web.post()
                .uri("/api/v1/" + path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(file)
                .exchange();
    }

    ResponseSpec send(String connectionId, String mobile) {
        return send(connectionId, mobile, "officer", MATHURA);
    }

    ResponseSpec send(String connectionId, String mobile, String role, String area) {
        return post("/api/v1/connections/" + connectionId + "/otp-challenges", Map.of("mobile", mobile), role, area);
    }

    Challenge challenge(String connectionId, String mobile) {
        ResponseSpec answer = send(connectionId, mobile);
        answer.expectStatus().isAccepted();
        return body(answer, Challenge.class);
    }

    ResponseSpec verify(String challengeId, String code) {
        return verify(challengeId, code, "officer", MATHURA);
    }

    ResponseSpec verify(String challengeId, String code, String role, String area) {
        return post("/api/v1/otp-challenges/" + challengeId + "/verification", Map.of("code", code), role, area);
    }

    /** Asks for a code as the public does. @param from address that the trusted proxy names, or several with commas between */
    ResponseSpec ask(Map<String, String> body, String from) {
        return postFrom("/api/v1/self-service/otp-challenges", body, from);
    }

    ResponseSpec confirm(String challengeId, String code, String from) {
        return confirm(challengeId, Map.of("code", code), from);
    }

    ResponseSpec confirm(String challengeId, Map<String, ?> body, String from) {
        return postFrom("/api/v1/self-service/otp-challenges/" + challengeId + "/verification", body, from);
    }

    /** Asks for a code to log in by. */
    ResponseSpec askToLogIn(Map<String, String> body, String from) {
        return postFrom("/api/v1/self-service/logins", body, from);
    }

    ResponseSpec logIn(String loginId, String code, String from) {
        return postFrom("/api/v1/self-service/logins/" + loginId + "/token", Map.of("code", code), from);
    }

    ResponseSpec refuse(String connectionId, String role, String area) {
        return post("/api/v1/connections/" + connectionId + "/number-changes/refusal", Map.of(), role, area);
    }

    /** The code of a challenge, as the one who can unseal it reads it. */
    String code(Challenge challenge) {
        OtpRequested request = request(challenge);
        return open(request.getSealedCode(), challenge.challengeId());
    }

    /** Six digits that are not the code. */
    String wrongCode(Challenge challenge) {
        return code(challenge).equals("000000") ? "000001" : "000000";
    }

    OtpRequested request(Challenge challenge) {
        return awaited(() -> topics.readAll(Topics.OTP_REQUESTED).stream()
                .filter(request -> request.getChallengeId().equals(challenge.challengeId()))
                .findAny());
    }

    /** The state of a contact on its topic once it is as expected. */
    Contact contact(String connectionId, Predicate<Contact> expected) {
        return awaited(() -> contacts(connectionId).stream()
                .max(Comparator.comparingLong(Contact::getVersion))
                .filter(expected));
    }

    /** The state of a connection on its topic once it is as expected. */
    Connection connection(String connectionId, Predicate<Connection> expected) {
        return awaited(() -> connections(connectionId).stream()
                .max(Comparator.comparingLong(Connection::getVersion))
                .filter(expected));
    }

    List<Contact> contacts(String connectionId) {
        return topics.readAll(Topics.CONTACTS).stream()
                .filter(contact -> contact.getConnectionId().equals(connectionId))
                .toList();
    }

    List<Connection> connections(String connectionId) {
        return topics.readAll(Topics.CONNECTIONS).stream()
                .filter(connection -> connection.getConnectionId().equals(connectionId))
                .toList();
    }

    String number(Contact contact) {
        return open(contact.getSealedNumber(), contact.getConnectionId());
    }

    String open(ByteBuffer sealed, String context) {
        byte[] bytes = new byte[sealed.remaining()];
        sealed.duplicate().get(bytes);
        return unsealer.open(bytes, context);
    }

    static <T> T body(ResponseSpec answer, Class<T> type) {
        T body = answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(type)
                .returnResult()
                .getResponseBody();
        return Optional.ofNullable(body).orElseThrow();
    }

    /** Erases what a supervisor of the area sees. */
    ResponseSpec erase(String connectionId, String reason, String area) {
        return erase(connectionId, reason, tag(connectionId, area), area);
    }

    ResponseSpec erase(String connectionId, String reason, @Nullable String ifMatch, String area) {
        return web.post()
                .uri("/api/v1/connections/" + connectionId + "/erasure")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("supervisor", "DVVNL", area))
                .headers(headers -> require(headers, ifMatch))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("reason", reason))
                .exchange();
    }

    /** The contact's tag as it is now; some other where the area has no such connection. */
    String tag(String connectionId, String area) {
        return Optional.ofNullable(get("connections/" + connectionId + "/contact", "supervisor", area)
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getETag())
                .orElse(EntityTag.of(1));
    }

    ResponseSpec post(String path, Map<String, ?> body, String role, String area) {
        return web.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(role, "DVVNL", area))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec postFrom(String path, Map<String, ?> body, String from) {
        return web.post()
                .uri(path)
                .header("X-Forwarded-For", from)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** A test that looks at the status alone leaves no body behind. */
    private static Mono<ClientResponse> readWhole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> response.mutate()
                                .body(Flux.just(BUFFERS.wrap(body)))
                                .build()));
    }

    private static void require(HttpHeaders headers, @Nullable String ifMatch) {
        if (ifMatch != null) {
            headers.setIfMatch(ifMatch);
        }
    }

    private static void authorize(HttpHeaders headers, @Nullable String token) {
        if (token != null) {
            headers.set(HttpHeaders.AUTHORIZATION, token);
        }
    }

    private static <T> T awaited(Callable<Optional<T>> look) {
        return Awaitility.await().atMost(SOON).until(look, Optional::isPresent).orElseThrow();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Lazy
        ConsumerApi consumerApi(WebTestClient web, TestTopics topics, Unsealer unsealer) {
            return new ConsumerApi(web, topics, unsealer);
        }
    }
}
