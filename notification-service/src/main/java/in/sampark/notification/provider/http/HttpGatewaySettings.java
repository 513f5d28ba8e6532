package in.sampark.notification.provider.http;

import in.sampark.notification.provider.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * The shape of a gateway that takes a message as one HTTP request. In headers, query, form, JSON and signature {@code {name}} stands for
 * what {@link Places} lists. The message is in one of query, form and JSON.
 *
 * @param url where to
 * @param credentials what lets us in, by names that have places too; shown nowhere
 * @param headers of the request
 * @param basicAuth user and password by RFC 7617; null for none
 * @param query parameters of the URL, beside those it has
 * @param form fields of the body
 * @param json the body; a member called {@code {variables}} stands for all that fills the template
 * @param signature null for none
 * @param text how texts are written
 * @param templates the gateway's own ids of templates, by the registered ones; for {@code {gatewayTemplateId}}
 * @param answers what answers mean: the first that fits counts
 * @param connectTimeout longest wait for a connection
 * @param responseTimeout longest silence while an answer is waited for
 * @param connections most connections at a time; a few of them are kept for messages that people wait for, unless there is but one
 */
public record HttpGatewaySettings(
        @NotNull @DefaultValue("POST") HttpMethod method,
        @NotNull URI url,
        @DefaultValue Map<String, Secret> credentials,
        @DefaultValue Map<String, String> headers,
        @Nullable BasicAuth basicAuth,
        @DefaultValue Map<String, String> query,
        @DefaultValue Map<String, String> form,
        @Nullable String json,
        @Nullable @Valid Signature signature,
        @NotNull @Valid @DefaultValue TextStyle text,
        @DefaultValue Map<String, String> templates,
        @NotEmpty List<@Valid AnswerRule> answers,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("8s") Duration responseTimeout,
        @Min(1) @DefaultValue("128") int connections) {

    /** By RFC 7617. */
    public record BasicAuth(Secret user, Secret password) {
        public BasicAuth {
            require(!user.value().isBlank(), "basic-auth.user: blank (expected: a name)");
            require(user.value().indexOf(':') < 0, "basic-auth.user: has a colon (expected: none, by RFC 7617)");
            require(!password.value().isBlank(), "basic-auth.password: blank (expected: a secret)");
        }
    }

    /**
     * What {@code {signature}} stands for: the digest in hexadecimal of values put one behind the other, in UTF-8.
     *
     * @param algorithm as Java's {@link java.security.MessageDigest} knows it
     * @param over what is signed, in order
     */
    public record Signature(
            @DefaultValue("SHA-512") String algorithm,
            @NotEmpty List<String> over) {}

    /** In capitals, as they go over the wire. */
    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    /** A token of RFC 9110. */
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** The client's own, by the body and the URL. */
    private static final Set<String> OF_THE_CLIENT =
            Set.of("content-length", "transfer-encoding", "host", "connection");

    public HttpGatewaySettings {
        require(METHODS.contains(method), "method: " + method + " (expected: one of " + METHODS + ")");
        headers.keySet()
                .forEach(name -> require(
                        HEADER.matcher(name).matches() && !OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT)),
                        "headers." + name + ": cannot be set (expected: a header's name, and none of "
                                + new TreeSet<>(OF_THE_CLIENT) + ")"));
        require(
                basicAuth == null || headers.keySet().stream().noneMatch(HttpHeaders.AUTHORIZATION::equalsIgnoreCase),
                "headers." + HttpHeaders.AUTHORIZATION + ": beside basic-auth (expected: one of them)");
        credentials.forEach((name, value) -> require(
                !value.value().isBlank(), "credentials." + name + ": blank (expected: what the gateway gave you)"));
        List<String> bodies = Stream.of(
                        query.isEmpty() ? "" : "query", form.isEmpty() ? "" : "form", json == null ? "" : "json")
                .filter(body -> !body.isEmpty())
                .toList();
        require(bodies.size() == 1, "query, form, json: " + bodies + " (expected: the message in one of them)");
        require(
                !method.equals(HttpMethod.GET) || !query.isEmpty(),
                "method: GET with " + bodies + " (expected: query, for a GET has no body)");
        require(
                answers.stream().anyMatch(rule -> rule.means() == AnswerRule.Meaning.ACCEPTED),
                "answers: none means accepted (expected: one at least)");
        requireEachAsked(answers);
        boolean absolute = url.getScheme() != null && url.getScheme().matches("https?") && url.getHost() != null;
        require(
                absolute,
                "url: scheme " + url.getScheme() + ", host " + url.getHost()
                        + " (expected: http:// or https:// and a host)");
        require(
                url.getRawUserInfo() == null && url.getRawFragment() == null,
                "url: has a user or a fragment (expected: neither; for a user and password there is basic-auth)");
        require(
                connectTimeout.isPositive(),
                "connect-timeout: " + connectTimeout + " (expected: more than 0, which would be for ever)");
        require(
                responseTimeout.isPositive(),
                "response-timeout: " + responseTimeout + " (expected: more than 0, which would be for ever)");
    }

    private static void requireEachAsked(List<AnswerRule> answers) {
        for (int later = 1; later < answers.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                require(
                        !answers.get(earlier).covers(answers.get(later)),
                        "answers[" + later + "]: never comes to count, for answers[" + earlier
                                + "] fits all that it fits (expected: before that one)");
            }
        }
    }

    /** Longest wait for one of the connections to be free. */
    Duration turnWithin() {
        return connectTimeout.multipliedBy(2);
    }

    static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
