package in.sampark.notification.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import in.sampark.notification.provider.GatewayFile;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.SmsProviderContract;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class HttpSmsGatewayTest extends SmsProviderContract {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch testOver = new CountDownLatch(1);
    private final AtomicReference<JsonNode> seen = new AtomicReference<>();
    private final AtomicReference<String> keySeen = new AtomicReference<>();
    private HttpServer server;
    private HttpSmsGateway gateway;

    @BeforeEach
    void startGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stopGateway() {
        testOver.countDown();
        server.stop(0);
        threads.shutdownNow();
        gateway.close();
    }

    @Test
    void theMessageFillsTheShape() {
        SmsProvider provider = provider(Behaviour.TAKES);
        provider.send(sms).block(Duration.ofSeconds(10));
        assertThat(keySeen).hasValue("key");
        assertThat(seen.get())
                .isEqualTo(JsonMapper.shared()
                        .createObjectNode()
                        .put("to", "+919897010001")
                        .put("text", "आपका कोड \"123456\" है")
                        .put("ref", "sampark-5f0c2c1e-8f6a-5d1c-9a55-0f5a3a8e9b01")
                        .put("dlt", "DVVNLT/1101000000000010001/1107000000000020001"));
    }

    @Test
    void aQueryHoldsWhateverTheMessageSays() {
        var asked = new AtomicReference<String>();
        var user = new AtomicReference<String>();
        server.createContext("/get", exchange -> {
            asked.set(exchange.getRequestURI().getRawQuery());
            user.set(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 200, "OK 7");
        });
        gateway = new HttpSmsGateway(
                "test", GatewayFile.of("""
                http:
                  method: GET
                  url: %s?v=1
                  basic-auth: {user: us, password: "päss:word"}
                  query: {"[to+]": "{to}", msg: "{text}"}
                  answers: [{body: 'OK (?<id>\\d+)', means: accepted}]
                """.formatted(url().resolve("/get"))).http(), Set.of(), Clock.systemUTC());

        assertThat(gateway.send(sms).block(Duration.ofSeconds(10))).isEqualTo(new Outcome.Accepted("7"));
        assertThat(asked.get())
                .startsWith("v=1&to%2B=%2B919897010001&msg=%E0%A4%86%E0%A4%AA")
                .contains("%20%22123456%22%20")
                .doesNotContain("+");
        assertThat(user)
                .hasValue(
                        "Basic " + Base64.getEncoder().encodeToString("us:päss:word".getBytes(StandardCharsets.UTF_8)));
    }

    /** The gateway's own id is known of another template only. */
    @Test
    void whatNoRequestCanBeMadeOfWasSurelyNotTakenAndOthersMayTryItAndItIsLoud(CapturedOutput output) {
        gateway =
                new HttpSmsGateway("test", GatewayFile.of("""
                http:
                  url: %s
                  templates: {"2": ours}
                  form: {to: "{to}", template: "{gatewayTemplateId}"}
                  answers: [{status: 200, id: /id, means: accepted}]
                """.formatted(url())).http(), Set.of("2"), Clock.systemUTC());

        assertThat(gateway.send(sms).block(Duration.ofSeconds(10))).isEqualTo(new Outcome.Refused("NO_REQUEST", false));
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("provider test: no request could be made of OutgoingSms[" + sms.reference())
                .doesNotContain(sms.to());
    }

    @Test
    void anAnswerWithoutEndIsUnknown() {
        server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(100_000)));
        gateway = gateway(url().resolve("/long"));

        assertThat(gateway.send(sms).block(Duration.ofSeconds(10))).isEqualTo(new Outcome.Unknown("NO_ANSWER"));
    }

    /** Four connections: one is kept for what people wait for, and the others wait for an answer that doesn't come. */
    @Test
    void whatPeopleWaitForDoesNotStandInLineAndAFullLineIsNoFaultOfTheGateway() {
        server.createContext("/busy", exchange -> {
            String text = JsonMapper.shared()
                    .readTree(exchange.getRequestBody().readAllBytes())
                    .path("text")
                    .asString();
            if (text.equals("many")) {
                awaitEnd();
            }
            answer(exchange, 200, "{\"id\":\"gw-1\"}");
        });
        gateway = new HttpSmsGateway("test", patient(url().resolve("/busy")), Set.of(), Clock.systemUTC());
        IntStream.range(0, 3).forEach(i -> gateway.send(toMany()).subscribe());

        assertThat(gateway.send(sms).block(Duration.ofSeconds(10))).isEqualTo(new Outcome.Accepted("gw-1"));
        assertThat(gateway.send(toMany()).block(Duration.ofSeconds(10))).isEqualTo(new Outcome.Throttled(null));
    }

    @Test
    void oneConnectionIsOne() {
        var callers = ConcurrentHashMap.<Integer>newKeySet();
        server.createContext("/one", exchange -> {
            callers.add(exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, "{\"id\":\"gw-1\"}");
        });
        gateway =
                new HttpSmsGateway("test", settings(url().resolve("/one"), "5s", "5s", 1), Set.of(), Clock.systemUTC());

        assertThat(Flux.just(sms, toMany(), sms, toMany())
                        .flatMap(gateway::send)
                        .collectList()
                        .block(Duration.ofSeconds(10)))
                .hasSize(4)
                .containsOnly(new Outcome.Accepted("gw-1"));
        assertThat(callers).hasSize(1);
    }

    @Test
    void theLineIsAsLongAsTwoConnectionsTakeToOpen() {
        gateway = new HttpSmsGateway("test", settings(nobody(), "5s", "3s"), Set.of(), Clock.systemUTC());

        assertThat(gateway.inLineAtMost()).hasSeconds(6);
    }

    /** The line may be a minute long, and moves when the message's time is over. */
    @Test
    void whatExpiresInTheLineIsNotSent() {
        var line = new CountDownLatch(1);
        server.createContext("/held", exchange -> {
            awaitEnd(line);
            answer(exchange, 200, "{\"id\":\"gw-1\"}");
        });
        gateway =
                new HttpSmsGateway("test", settings(url().resolve("/held"), "60s", "30s"), Set.of(), Clock.systemUTC());
        IntStream.range(0, 3).forEach(i -> gateway.send(toMany()).subscribe());
        OutgoingSms brief = toMany(Instant.now().plusMillis(300));
        CompletableFuture<Outcome> answer = gateway.send(brief).toFuture();

        await().until(() -> Instant.now().isAfter(brief.expiresAt()));
        line.countDown();

        assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(new Outcome.Throttled(null));
    }

    @Test
    void whatHasExpiredIsNotSent() {
        assertThat(provider(Behaviour.TAKES).send(toMany(Instant.now())).block(Duration.ofSeconds(10)))
                .isEqualTo(new Outcome.Throttled(null));
        assertThat(seen).hasValue(null);
    }

    @Test
    void credentialsDoNotShowInLogs() {
        gateway = gateway(URI.create("http://127.0.0.1:1"));
        assertThat(settings(URI.create("http://127.0.0.1:1")).toString()).doesNotContain("=key");
    }

    @Override
    protected SmsProvider provider(Behaviour behaviour) {
        server.createContext("/sms", exchange -> answer(exchange, behaviour));
        gateway = gateway(behaviour == Behaviour.IS_NOT_THERE ? nobody() : url());
        return gateway;
    }

    @Override
    protected String idGiven() {
        return "gw-1";
    }

    @Override
    protected String textSeen() {
        return seen.get().path("text").asString();
    }

    private void answer(HttpExchange exchange, Behaviour behaviour) throws IOException {
        seen.set(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
        keySeen.set(exchange.getRequestHeaders().getFirst("X-Api-Key"));
        switch (behaviour) {
            case TAKES -> answer(exchange, 202, "{\"id\":\"gw-1\"}");
            case REFUSES_FOR_GOOD -> answer(exchange, 400, "{\"code\":7,\"message\":\"to\"}");
            case REFUSES_THE_CREDENTIALS -> answer(exchange, 401, "");
            case FAILS -> answer(exchange, 500, "oops");
            case ASKS_TO_SLOW_DOWN -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                answer(exchange, 429, "");
            }
            case HANGS -> awaitEnd();
            case TALKS_NONSENSE -> answer(exchange, 200, "<html>welcome</html>");
            case HANGS_UP, IS_NOT_THERE -> exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitEnd() {
        awaitEnd(testOver);
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
    }

    private static URI nobody() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort() + "/sms");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpSmsGateway gateway(URI url) {
        return new HttpSmsGateway("test", settings(url), Set.of(), Clock.systemUTC());
    }

    private OutgoingSms toMany() {
        return toMany(sms.expiresAt());
    }

    private OutgoingSms toMany(Instant expiresAt) {
        return new OutgoingSms(
                UUID.randomUUID(),
                sms.to(),
                "many",
                sms.header(),
                sms.principalEntityId(),
                sms.templateId(),
                false,
                expiresAt,
                sms.variables());
    }

    private static HttpGatewaySettings settings(URI url) {
        return settings(url, "500ms", "1s");
    }

    private static HttpGatewaySettings patient(URI url) {
        return settings(url, "1s", "200ms");
    }

    private static HttpGatewaySettings settings(URI url, String responseTimeout, String connectTimeout) {
        return settings(url, responseTimeout, connectTimeout, 4);
    }

    private static HttpGatewaySettings settings(
            URI url, String responseTimeout, String connectTimeout, int connections) {
        return GatewayFile.of("""
                http:
                  url: %s
                  credentials: {api-key: key}
                  headers: {X-Api-Key: "{api-key}"}
                  json: |
                    {"to": "{to}", "text": "{text}", "ref": "sampark-{reference}",
                     "dlt": "{header}/{principalEntityId}/{templateId}"}
                  answers:
                    - {status: "200, 202", id: /id, means: accepted}
                    - {status: 400, means: refused}
                    - {status: 429, means: throttled}
                  connect-timeout: %s
                  response-timeout: %s
                  connections: %d
                """.formatted(url, connectTimeout, responseTimeout, connections))
                .http();
    }
}
