package in.sampark.launcher.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interfaces of services and simulator, called as their users do. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final URI issuer;
    private final Map<Who, String> tokens = new ConcurrentHashMap<>();

    /**
     * Somebody who calls.
     *
     * @param name the subject of the token
     * @param area the area path the token is good for
     */
    public record Who(String name, String role, String area) {}

    /** An answer that is an error. */
    public static final class Refused extends IllegalStateException {

        private final int status;

        private Refused(HttpRequest request, HttpResponse<String> response) {
            super("%s %s: %d %s (expected: success)"
                    .formatted(request.method(), request.uri().getPath(), response.statusCode(), response.body()));
            this.status = response.statusCode();
        }

        public int status() {
            return status;
        }

        /** Whether the one who answered may be able to do it later. */
        boolean mayPass() {
            return status >= 500;
        }
    }

    /** @param issuer the identity provider; tokens come from {@code <issuer>/token} */
    public Api(URI issuer) {
        this.issuer = issuer;
    }

    /** Reads from an interface that asks for no token. */
    public JsonNode get(URI address) {
        return call(HttpRequest.newBuilder(address).GET());
    }

    public JsonNode get(URI address, Who who) {
        return call(as(who, address).GET());
    }

    /** Reads what is no JSON. */
    public String text(URI address, Who who) {
        return answer(as(who, address).GET());
    }

    public JsonNode post(URI address) {
        return call(HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()));
    }

    public JsonNode post(URI address, Who who, String contentType, BodyPublisher body) {
        return call(as(who, address).header("Content-Type", contentType).POST(body));
    }

    public JsonNode post(URI address, Who who, Map<String, ?> body) {
        return post(address, who, "application/json", written(body));
    }

    /** Writes to an interface that asks for no token. */
    public JsonNode post(URI address, Map<String, ?> body) {
        return call(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(written(body)));
    }

    /** Writes what the caller has seen in a version. */
    public JsonNode post(URI address, Who who, Map<String, ?> body, String seen) {
        return call(as(who, address)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + seen + "\"")
                .POST(written(body)));
    }

    public void delete(URI address) {
        call(HttpRequest.newBuilder(address).DELETE());
    }

    public void put(URI address, Map<String, ?> body) {
        call(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(written(body)));
    }

    public void put(URI address, Who who, Map<String, ?> body) {
        call(as(who, address).header("Content-Type", "application/json").PUT(written(body)));
    }

    private HttpRequest.Builder as(Who who, URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(who, this::token));
    }

    private String token(Who who) {
        String form = "grant_type=client_credentials&client_secret=none&client_id=%s&scope=%s"
                .formatted(encoded(who.name()), encoded(who.role() + ":" + who.area()));
        return call(HttpRequest.newBuilder(URI.create(issuer + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .required("access_token")
                .asString();
    }

    private BodyPublisher written(Map<String, ?> body) {
        return BodyPublishers.ofString(json.writeValueAsString(body));
    }

    private JsonNode call(HttpRequest.Builder builder) {
        String body = answer(builder);
        return body.isEmpty() ? json.missingNode() : json.readTree(body);
    }

    /** @throws Refused when the answer is an error; says which and what it says */
    private String answer(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 300) {
                throw new Refused(request, response);
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    request.method() + " " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
