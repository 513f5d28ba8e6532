package in.sampark.simulator.sms.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import in.sampark.infrastructure.Ports;
import in.sampark.simulator.SimulatorTest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SimulatorTest
class GatewayInTroubleTest {

    private static final int GATEWAY = Ports.free();
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    @LocalServerPort
    private int inbox;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENT)
            .build();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry settings) {
        settings.add("simulator.sms.port", () -> GATEWAY);
    }

    @AfterEach
    void allIsWell() throws Exception {
        trouble("{}");
    }

    @Test
    void answersTheNextRequestsWithAStatusAndTakesNothing() throws Exception {
        trouble("{\"answer\": \"status\", \"status\": 429, \"requests\": 2}");

        assertThat(List.of(status("a1"), status("a1"), status("a1"))).containsExactly(429, 429, 202);
        assertThat(count("a1")).isOne();
        assertThat(get("/sms/trouble").required("met").asInt()).isEqualTo(2);
    }

    @Test
    void mayTakeAMessageAndAnswerAnErrorNevertheless() throws Exception {
        trouble("{\"answer\": \"status\", \"taken\": true}");

        assertThat(status("b1")).isEqualTo(500);
        assertThat(status("b1")).isEqualTo(500);
        assertThat(count("b1")).isEqualTo(2);
    }

    @Test
    void answersLateWithoutLettingOthersWait() throws Exception {
        trouble("{\"latencyMs\": 1500}");

        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 100)
                .mapToObj(i -> http.sendAsync(submission("c" + i, PATIENT), BodyHandlers.ofString()))
                .toList();
        assertThat(all)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(1500))
                .isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void hangsWithTheMessageOrWithoutIt() throws Exception {
        trouble("{\"answer\": \"silence\"}");
        assertThatThrownBy(() -> submit("d1", IMPATIENT)).isInstanceOf(HttpTimeoutException.class);
        assertThat(count("d1")).isZero();

        trouble("{\"answer\": \"silence\", \"taken\": true}");
        assertThatThrownBy(() -> submit("d2", IMPATIENT)).isInstanceOf(HttpTimeoutException.class);
        assertThat(count("d2")).isOne();
    }

    @Test
    void manyHangingRequestsDoNotStopTheSimulator() throws Exception {
        trouble("{\"answer\": \"silence\", \"requests\": 200}");
        Stream<CompletableFuture<HttpResponse<String>>> hanging = IntStream.range(0, 200)
                .mapToObj(i -> http.sendAsync(submission("e" + i, PATIENT), BodyHandlers.ofString()));
        List<CompletableFuture<HttpResponse<String>>> all = hanging.toList();
        await().until(() -> get("/sms/trouble").required("met").asInt() == 200);

        assertThat(status("after the hanging ones")).isEqualTo(202);
        assertThat(all).noneMatch(CompletableFuture::isDone);
        all.forEach(request -> request.cancel(true));
    }

    @Test
    void hangsUpWithTheMessageOrWithoutIt() throws Exception {
        trouble("{\"answer\": \"disconnect\", \"requests\": 1}");
        assertThatThrownBy(() -> submit("f1", PATIENT)).isInstanceOf(IOException.class);
        assertThat(count("f1")).isZero();

        trouble("{\"answer\": \"disconnect\", \"taken\": true, \"requests\": 1}");
        assertThatThrownBy(() -> submit("f2", PATIENT)).isInstanceOf(IOException.class);
        assertThat(count("f2")).isOne();
    }

    @Test
    void refusesConnectionsAndTakesThemAgain() throws Exception {
        assertThat(status("g1")).isEqualTo(202);
        trouble("{\"listening\": false}");
        assertThatThrownBy(() -> submit("g2", PATIENT)).isInstanceOf(ConnectException.class);
        assertThat(get("/sms/trouble").required("trouble").asString()).isEqualTo("refuses connections");

        trouble("{}");
        assertThat(status("g2")).isEqualTo(202);
    }

    @Test
    void saysWhenToComeAgain() throws Exception {
        trouble("{\"answer\": \"status\", \"status\": 429, \"retryAfterSeconds\": 7, \"requests\": 1}");

        assertThat(submit("h1", PATIENT).headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void talksNonsenseWithTheMessageOrWithoutIt() throws Exception {
        trouble("{\"answer\": \"nonsense\", \"requests\": 1}");
        HttpResponse<String> answer = submit("i1", PATIENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(count("i1")).isZero();

        trouble("{\"answer\": \"nonsense\", \"taken\": true, \"requests\": 1}");
        assertThat(submit("i2", PATIENT).body()).startsWith("<html>");
        assertThat(count("i2")).isOne();
    }

    @Test
    void answersInItsOwnWords() throws Exception {
        trouble("{\"answer\": \"refusal\", \"requests\": 1}");
        assertThat(submit("j1", PATIENT).body()).contains("\"code\":201");
        trouble("{\"answer\": \"busy\", \"requests\": 1}");
        assertThat(status("j1")).isEqualTo(429);
        trouble("{\"answer\": \"failure\", \"taken\": true, \"requests\": 1}");
        assertThat(status("j1")).isEqualTo(500);
        assertThat(count("j1")).isOne();
    }

    @Test
    void thePageSaysWhatIsWrong() throws Exception {
        trouble("{\"latencyMs\": 40, \"share\": 0.5}");
        assertThat(body("/inbox")).contains("answers 40 ms late, to 50 % of the requests");
        trouble("{}");
        assertThat(body("/inbox")).doesNotContain("ms late");
    }

    @Test
    void whatCannotBeIsRefusedByName() throws Exception {
        HttpResponse<String> refused = put("{\"answer\": \"shout\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "answer: shout (expected: usual, status, silence, disconnect, nonsense, refusal, busy or failure)");
    }

    private void trouble(String wish) throws Exception {
        assertThat(put(wish).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String wish) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at("/sms/trouble"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(wish))
                        .build(),
                BodyHandlers.ofString());
    }

    private int status(String reference) throws Exception {
        return submit(reference, PATIENT).statusCode();
    }

    private HttpResponse<String> submit(String reference, Duration patience) throws Exception {
        return http.send(submission(reference, patience), BodyHandlers.ofString());
    }

    private static HttpRequest submission(String reference, Duration patience) {
        String body = """
                {"to": "+919897010001", "text": "Recharge received", "reference": "%s", "header": "DVVNLT",
                 "principalEntityId": "1001234567890123456", "templateId": "1107161234567890123"}
                """.formatted(reference);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + GATEWAY + "/sms/messages"))
                .timeout(patience)
                .header("X-Api-Key", "a-key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private int count(String reference) throws Exception {
        return get("/inbox/counts").path(reference).asInt(0);
    }

    private JsonNode get(String path) throws Exception {
        return new JsonMapper().readTree(body(path));
    }

    private String body(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + inbox + path);
    }
}
