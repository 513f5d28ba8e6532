package in.sampark.simulator.sms.receipt;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Brings receipts to the sender's webhook. */
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

    private final Duration timeout;
    private final HttpClient http;

    ReceiptPost(Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    Outcome post(HttpRequest.Builder request) throws InterruptedException {
        try {
            return outcome(http.send(request.timeout(timeout).build(), BodyHandlers.discarding())
                    .statusCode());
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
