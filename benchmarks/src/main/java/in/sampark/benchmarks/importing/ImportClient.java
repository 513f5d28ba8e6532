package in.sampark.benchmarks.importing;

import in.sampark.launcher.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A billing system that sends a file and waits until it is imported. */
final class ImportClient implements AutoCloseable {

    private static final long PAUSE_MS = 50;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final URI service;
    private final String token;

    ImportClient(RunningSystem system) throws IOException, InterruptedException {
        service = system.service("consumer-service");
        token = token(system.issuer());
    }

    /** Sends the file. @return the job, once the file is whole */
    String send(Path file) throws IOException, InterruptedException {
        return call(service.resolve("/api/v1/imports"), "text/csv", BodyPublishers.ofFile(file), 202)
                .required("importId")
                .asString();
    }

    /** The job after its end. */
    JsonNode ended(String importId) throws IOException, InterruptedException {
        while (true) {
            JsonNode job = get(service.resolve("/api/v1/imports/" + importId));
            if (job.has("endedAt")) {
                return job;
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private String token(URI issuer) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=billing-master&client_secret=none&scope="
                + URLEncoder.encode("integration:DVVNL", StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return read(request, 200).required("access_token").asString();
    }

    private JsonNode get(URI address) throws IOException, InterruptedException {
        return read(authorized(address).GET().build(), 200);
    }

    private JsonNode call(URI address, String type, BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        return read(authorized(address).header("Content-Type", type).POST(body).build(), expected);
    }

    private HttpRequest.Builder authorized(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private JsonNode read(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    "%s: %d %s (expected: %d)".formatted(request.uri(), answer.statusCode(), answer.body(), expected));
        }
        return json.readTree(answer.body());
    }
}
