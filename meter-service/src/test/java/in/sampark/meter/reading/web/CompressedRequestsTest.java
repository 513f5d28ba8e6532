package in.sampark.meter.reading.web;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.web.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Lines that come compressed, through a server of the same kind as the service's. */
class CompressedRequestsTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();
    private DisposableServer server;

    @BeforeEach
    void start() {
        HttpHandler handler = RouterFunctions.toHttpHandler(RouterFunctions.route()
                .POST("/lines", CompressedRequestsTest::count)
                .build());
        server = new CompressedRequests()
                .apply(HttpServer.create().host("127.0.0.1").port(0))
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void linesAreReadAsTheyWere() {
        String line = "{\"connectionId\": \"DVVNL:1\", \"registerAt\": \"2026-11-01T00:00:00Z\", \"registerWh\": 5}\n";
        byte[] lines = line.repeat(50_000).getBytes(StandardCharsets.UTF_8);

        assertThat(send(packed(lines, 1), "gzip").body()).isEqualTo("50000 good, 0 bad");
        assertThat(send(lines, null).body()).isEqualTo("50000 good, 0 bad");
    }

    @Test
    void aLineWithoutAnEndIsRefusedHoweverSmallItCame() {
        HttpResponse<String> answer = send(packed(filled(' '), 256), "gzip");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("body: a line of more than 65536 letters");
    }

    @Test
    void whatIsNotCompressedIsAnErrorOfTheSender() {
        HttpResponse<String> answer = send("this is not compressed".getBytes(StandardCharsets.UTF_8), "gzip");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("body: not compressed as its Content-Encoding says");
    }

    @Test
    void aBodyThatWasCutOffIsRefusedWhereverThatWas() {
        byte[] whole = packed("{}\n".repeat(50_000).getBytes(StandardCharsets.UTF_8), 1);

        for (int length : new int[] {5, whole.length / 2, whole.length - 8, whole.length - 1}) {
            HttpResponse<String> answer = send(Arrays.copyOf(whole, length), "gzip");
            assertThat(answer.statusCode())
                    .as("%s of %s bytes", length, whole.length)
                    .isEqualTo(400);
            assertThat(answer.body()).contains("body: compressed, and cut off (expected: whole)");
        }
        assertThat(send(whole, "gzip").statusCode()).isEqualTo(200);
        HttpResponse<String> deflated = send(Arrays.copyOf(deflated(whole), 20), "deflate");
        assertThat(deflated.statusCode()).isEqualTo(400);
    }

    @Test
    void severalFilesCompressedOneByOneAreOneBody() throws IOException {
        byte[] one = packed("{}\n".getBytes(StandardCharsets.UTF_8), 1);
        var files = new ByteArrayOutputStream();
        for (int i = 0; i < 3; i++) files.write(one);

        assertThat(send(files.toByteArray(), "gzip").body()).isEqualTo("0 good, 3 bad");
        HttpResponse<String> cut = send(Arrays.copyOf(files.toByteArray(), files.size() - 3), "gzip");
        assertThat(cut.body()).contains("cut off");
    }

    private static Mono<ServerResponse> count(ServerRequest request) {
        Flux<DataBuffer> body = request.body(BodyExtractors.toDataBuffers());
        return NdjsonRows.of(body, new SentReadingShape("DVVNL"))
                .collectList()
                .map(rows -> rows.stream()
                                .filter(SentRow.Good.class::isInstance)
                                .count() + " good, "
                        + rows.stream().filter(SentRow.Bad.class::isInstance).count() + " bad")
                .flatMap(text -> ServerResponse.ok().bodyValue(text))
                .onErrorResume(
                        Problem.class,
                        problem -> ServerResponse.badRequest()
                                .bodyValue(String.valueOf(problem.getBody().getDetail())));
    }

    private HttpResponse<String> send(byte[] body, String encoding) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/lines"))
                .POST(BodyPublishers.ofByteArray(body));
        if (encoding != null) request.header("Content-Encoding", encoding);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] filled(char with) {
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, (byte) with);
        return megabyte;
    }

    private static byte[] deflated(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] packed(byte[] content, int times) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
