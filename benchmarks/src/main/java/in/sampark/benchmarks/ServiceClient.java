package in.sampark.benchmarks;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks a service over HTTP. Every answer but the one expected is an {@link IllegalStateException} that quotes it. */
public final class ServiceClient implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final URI service;
    private final String token;

    /** @param scope role and area, e.g. {@code helpdesk:DVVNL} */
    public ServiceClient(RunningSystem system, String module, String scope) throws IOException, InterruptedException {
        service = system.service(module);
        token = token(system.issuer(), scope);
    }

    /** @param address path and query */
    public JsonNode get(String address) throws IOException, InterruptedException {
        return read(request(address).GET().build(), 200);
    }

    public JsonNode post(String address, String contentType, BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        return read(
                request(address).header("Content-Type", contentType).POST(body).build(), expected);
    }

    /** A value within a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }

    private String token(URI issuer, String scope) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=benchmark&client_secret=none&scope=" + encoded(scope);
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return read(request, 200).required("access_token").asString();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(service.resolve(address)).header("Authorization", "Bearer " + token);
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
