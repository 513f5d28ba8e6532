package in.sampark.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tells whether a child is ready to serve. Asked again until it is. */
@FunctionalInterface
public interface Readiness {

    /** How long one answer may take. */
    Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    /**
     * Whether the child can be used now.
     *
     * @throws IOException when it cannot be asked, which counts as not ready
     */
    boolean reached() throws IOException, InterruptedException;

    /** Ready when the address answers 200. */
    static Readiness answering(URI address) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ANSWER_WITHIN)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).build();
        return () -> client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Ready when the child has made the file, which must not exist before it is started. */
    static Readiness file(Path file) {
        return () -> Files.exists(file);
    }
}
