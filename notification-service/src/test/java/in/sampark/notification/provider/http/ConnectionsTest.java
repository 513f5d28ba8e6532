package in.sampark.notification.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import in.sampark.notification.provider.GatewayFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Deadline;
import org.apache.hc.core5.util.DeadlineTimeoutException;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection at most, and a door at which whoever wants to open it stands until let in. */
class ConnectionsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final BlockingQueue<Runnable> atTheDoor = new LinkedBlockingQueue<>();
    private HttpServer server;
    private Connections connections;
    private MinimalHttpAsyncClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        connections = new Connections(GatewayFile.of("""
                http:
                  url: http://localhost
                  form: {to: "{to}", text: "{text}"}
                  answers: [{status: 200, id: /id, means: accepted}]
                """).http(), 1, atTheDoor::add);
        client = HttpAsyncClients.createMinimal(
                HttpVersionPolicy.FORCE_HTTP_1,
                H2Config.DEFAULT,
                Http1Config.DEFAULT,
                IOReactorConfig.DEFAULT,
                connections);
        client.start();
    }

    @AfterEach
    void stop() {
        client.close(CloseMode.IMMEDIATE);
        server.stop(0);
    }

    @Test
    void onlyANewConnectionGoesByTheDoor() {
        Future<SimpleHttpResponse> first = ask();
        assertThat(first).isNotDone();
        letIn();
        assertThat(first).succeedsWithin(SOON);

        assertThat(ask()).succeedsWithin(SOON);
        assertThat(atTheDoor).isEmpty();
    }

    @Test
    void whoGivesUpAtTheDoorKeepsNoConnection() {
        var opening = new ComplexCancellable();
        Connections.giveUp(opening, ask(opening));
        letIn();

        nextIsConnected();
    }

    /** Between the two a connection that is still being opened could be there, and nobody's. */
    @Test
    void whoGivesUpWhileLetInKeepsNoConnection() {
        var opening = new ComplexCancellable();
        Future<SimpleHttpResponse> givenUp = ask(opening);
        Connections.giveUp(opening, new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean interrupt) {
                assertThat(opening.isCancelled()).isTrue();
                letIn();
                return givenUp.cancel(interrupt);
            }
        });

        nextIsConnected();
    }

    @Test
    void whoIsLetInTooLateIsNotConnected() {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Connections.LATEST, Deadline.calculate(Timeout.ofMilliseconds(1)));
        Future<SimpleHttpResponse> tooLate = ask(context);
        await().until(() -> ((Deadline) context.getAttribute(Connections.LATEST)).isExpired());
        letIn();
        assertThat(tooLate)
                .failsWithin(SOON)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(DeadlineTimeoutException.class);

        nextIsConnected();
    }

    private void nextIsConnected() {
        Future<SimpleHttpResponse> next = ask();
        letIn();
        assertThat(next).succeedsWithin(SOON);
    }

    private Future<SimpleHttpResponse> ask(ComplexCancellable opening) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Connections.OPENING, opening);
        return ask(context);
    }

    private Future<SimpleHttpResponse> ask() {
        return ask(HttpClientContext.create());
    }

    private Future<SimpleHttpResponse> ask(HttpClientContext context) {
        SimpleHttpRequest request = SimpleRequestBuilder.get(
                        "http://localhost:" + server.getAddress().getPort() + "/")
                .build();
        return client.execute(request, context, null);
    }

    private void letIn() {
        await().until(() -> !atTheDoor.isEmpty());
        atTheDoor.remove().run();
    }
}
