package in.sampark.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An SMS gateway over HTTP that takes messages, or does with a number what the test told it to. */
final class Gateway {

    /** One message it was handed. */
    record Sms(String to, String text, String reference, String header, String templateId) {}

    /** What it does when handed a message. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange, Sms sms) throws IOException, InterruptedException;
    }

    static final Answer TAKE = (exchange, sms) -> answer(exchange, 202, "{\"id\":\"gw-" + sms.reference() + "\"}");
    static final Answer FAIL = (exchange, sms) -> answer(exchange, 500, "oops");
    static final Answer REFUSE_KEY = (exchange, sms) -> answer(exchange, 401, "");
    static final Answer THROTTLE = (exchange, sms) -> answer(exchange, 429, "");
    static final Answer REFUSE = (exchange, sms) -> answer(exchange, 400, "{\"code\":1,\"message\":\"to\"}");
    static final Answer HANG = (exchange, sms) -> TimeUnit.SECONDS.sleep(5);
    static final Answer DAWDLE = (exchange, sms) -> {
        TimeUnit.MILLISECONDS.sleep(400);
        TAKE.to(exchange, sms);
    };

    private final HttpServer server;
    private final List<Sms> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();

    Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms/messages", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sms/messages";
    }

    /** Answers the number's next messages so; those after them are taken. */
    void answers(String number, Answer... inOrder) {
        answers.put(number, new ArrayDeque<>(List.of(inOrder)));
    }

    /** An answer that waits until the latch is down and then takes the message. */
    static Answer takeAfter(CountDownLatch latch) {
        return (exchange, sms) -> {
            latch.await();
            TAKE.to(exchange, sms);
        };
    }

    /** An answer that waits until the latch is down and then fails. */
    static Answer failAfter(CountDownLatch latch) {
        return (exchange, sms) -> {
            latch.await();
            FAIL.to(exchange, sms);
        };
    }

    /** All it was handed for a number, whatever it answered. */
    List<Sms> handedTo(String number) {
        return taken.stream().filter(sms -> sms.to().equals(number)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        Sms sms = new Sms(
                body.path("to").asString(),
                body.path("text").asString(),
                body.path("reference").asString(),
                body.path("header").asString(),
                body.path("templateId").asString());
        taken.add(sms);
        try {
            next(sms.to()).to(exchange, sms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Answer next(String number) {
        Queue<Answer> queue = answers.get(number);
        if (queue == null) {
            return TAKE;
        }
        synchronized (queue) {
            Answer next = queue.poll();
            return next == null ? TAKE : next;
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
