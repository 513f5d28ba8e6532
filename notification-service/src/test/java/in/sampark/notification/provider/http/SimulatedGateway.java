package in.sampark.notification.provider.http;

import in.sampark.simulator.clock.StoryClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/** The simulator's SMS gateway in all its shapes, without the simulator's other parts. */
public final class SimulatedGateway implements AutoCloseable {

    public static final String KEY = "the-gateways-key";

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("simulator.sms.api-key", KEY),
            Map.entry("simulator.sms.receipts.url", ""),
            Map.entry("simulator.sms.receipts.secret", "s"),
            Map.entry("simulator.sms.receipts.every", "10ms"),
            Map.entry("simulator.sms.receipts.most", "10"),
            Map.entry("simulator.sms.receipts.timeout", "1s"),
            Map.entry("simulator.sms.receipts.first-pause", "1s"),
            Map.entry("simulator.sms.receipts.longest-pause", "1s"),
            Map.entry("simulator.sms.flows.664f01.header", "DVVNLT"),
            Map.entry("simulator.sms.flows.664f01.template-id", "1107000000000020001"),
            Map.entry("simulator.sms.flows.664f01.text", "आपका कोड \"##code##\" है"),
            Map.entry("simulator.sms.flows.664f02.header", "DVVNLT"),
            Map.entry("simulator.sms.flows.664f02.template-id", "1107000000000020002"),
            Map.entry("simulator.sms.flows.664f02.text", "##words##"));

    /** Marked as nobody's configuration, so that no service that is tested takes it for its own. */
    @EnableWebFlux
    @ComponentScan("in.sampark.simulator.sms")
    @ConfigurationPropertiesScan("in.sampark.simulator.sms")
    static class Parts {

        @Bean
        StoryClock storyClock() {
            return new StoryClock(Instant.parse("2019-05-01T06:30:00Z"));
        }
    }

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DisposableServer server;
    private final WebClient web;

    public SimulatedGateway() {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", SETTINGS));
        context.register(Parts.class);
        context.refresh();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        WebHttpHandlerBuilder.applicationContext(context).build()))
                .bindNow();
        web = WebClient.create(url("").toString());
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** An address where nobody listens. */
    static URI nobody(String path) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort() + path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void trouble(String wish) {
        web.put()
                .uri("/sms/trouble")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(wish)
                .retrieve()
                .toBodilessEntity()
                .block(SOON);
    }

    /** How many requests met the present trouble. */
    public int inTrouble() {
        JsonNode trouble = web.get()
                .uri("/sms/trouble")
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block(SOON);
        return Objects.requireNonNull(trouble).path("met").asInt();
    }

    /** The message taken last. */
    public JsonNode newest() {
        JsonNode all = web.get()
                .uri("/inbox/messages")
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block(SOON);
        return Objects.requireNonNull(all).get(0);
    }

    @Override
    public void close() {
        server.disposeNow();
        context.close();
    }
}
