package in.sampark.simulator.sms.receipt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Posts receipts to the sender's webhook. */
final class ReceiptPost {

    /** How a post ended. */
    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /** The receiver will never take these receipts. */
        record Refused(String why) implements Outcome {}

        /** The receiver may take them later. */
        record Failed(String why) implements Outcome {}
    }

    private static final Set<Integer> NEVER = Set.of(400, 413, 415, 422);

    private final URI url;
    private final String secret;
    private final Duration timeout;
    private final JsonMapper json;
    private final HttpClient http;

    ReceiptPost(URI url, String secret, Duration timeout, JsonMapper json) {
        this.url = url;
        this.secret = secret;
        this.timeout = timeout;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    Outcome post(List<Receipt> receipts) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("X-Webhook-Secret", secret)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(receipts)))
                .build();
        try {
            return outcome(http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private static Outcome outcome(int status) {
        if (status / 100 == 2) {
            return new Outcome.Accepted();
        }
        return NEVER.contains(status) ? new Outcome.Refused("HTTP " + status) : new Outcome.Failed("HTTP " + status);
    }
}
