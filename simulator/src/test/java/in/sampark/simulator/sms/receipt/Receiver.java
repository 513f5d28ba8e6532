package in.sampark.simulator.sms.receipt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sender's webhook: a real HTTP server that remembers what was posted and answers as told, else 204. */
public final class Receiver implements AutoCloseable {

    public record Post(@Nullable String secret, JsonNode receipts) {

        public List<String> references() {
            return receipts.valueStream()
                    .map(receipt -> receipt.get("reference").asString())
                    .toList();
        }
    }

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    public Receiver() throws IOException {
        this(0);
    }

    Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/receipts", this::take);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/receipts");
    }

    /** Answers the next posts with these. */
    void willAnswer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    public List<Post> posts() {
        return posts;
    }

    private void take(HttpExchange exchange) throws IOException {
        posts.add(new Post(
                exchange.getRequestHeaders().getFirst("X-Webhook-Secret"),
                new JsonMapper().readTree(exchange.getRequestBody())));
        Integer told = answers.poll();
        exchange.sendResponseHeaders(told == null ? 204 : told, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
