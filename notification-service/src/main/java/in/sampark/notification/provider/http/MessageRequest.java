package in.sampark.notification.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import in.sampark.notification.provider.domain.OutgoingSms;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/** The request that hands a message over, in a gateway's shape. */
final class MessageRequest {

    private static final ContentType JSON = ContentType.parse("application/json");
    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded", UTF_8);

    private final HttpGatewaySettings settings;
    private final Map<String, Function<OutgoingSms, String>> headers;
    private final Map<String, Function<OutgoingSms, String>> query;
    private final Map<String, Function<OutgoingSms, String>> form;
    private final @Nullable JsonShape json;

    /**
     * @param templates registered ids of all templates that are sent
     * @throws IllegalArgumentException when the shape has a place for something that is not there
     */
    MessageRequest(HttpGatewaySettings settings, Set<String> templates) {
        this.settings = settings;
        Places places = new Places(settings, templates);
        this.headers = fillings("headers", settings.headers(), places);
        this.query = fillings("query", settings.query(), places);
        this.form = fillings("form", settings.form(), places);
        this.json = settings.json() == null ? null : new JsonShape(settings.json(), places);
        places.requireAllThatIsNeeded();
        HttpGatewaySettings.BasicAuth basic = settings.basicAuth();
        if (basic != null) {
            String encoded = HttpHeaders.encodeBasicAuth(
                    basic.user().value(), basic.password().value(), UTF_8);
            headers.put(HttpHeaders.AUTHORIZATION, sms -> "Basic " + encoded);
        }
    }

    SimpleHttpRequest of(OutgoingSms sms) {
        var request = new SimpleHttpRequest(settings.method().name(), uri(sms));
        headers.forEach((name, value) -> request.setHeader(name, value.apply(sms)));
        if (json != null) {
            request.setBody(json.fill(sms), JSON);
        } else if (!form.isEmpty()) {
            request.setBody(encoded(form, sms).getBytes(UTF_8), FORM);
        }
        return request;
    }

    private URI uri(OutgoingSms sms) {
        URI url = settings.url();
        return query.isEmpty() ? url : URI.create(url + (url.getRawQuery() == null ? "?" : "&") + encoded(query, sms));
    }

    /** Everything but the unreserved characters of RFC 3986 is escaped: many a gateway reads a plus as a blank, or as a plus. */
    private static String encoded(Map<String, Function<OutgoingSms, String>> fields, OutgoingSms sms) {
        return fields.entrySet().stream()
                .map(each -> UriUtils.encode(each.getKey(), UTF_8) + "="
                        + UriUtils.encode(each.getValue().apply(sms), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, Function<OutgoingSms, String>> fillings(
            String key, Map<String, String> shape, Places places) {
        var fillings = new LinkedHashMap<String, Function<OutgoingSms, String>>();
        shape.forEach((name, value) -> fillings.put(name, places.filling(key + "." + name, value)));
        return fillings;
    }
}
