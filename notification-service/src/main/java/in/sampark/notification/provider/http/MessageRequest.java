package in.sampark.notification.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import in.sampark.notification.provider.domain.OutgoingSms;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.util.UriUtils;

/** The request that hands a message over, in a gateway's shape. */
final class MessageRequest {

    private final HttpGatewaySettings settings;
    private final Places places;
    private final @Nullable JsonShape json;

    /** @throws IllegalArgumentException when the shape has a place for something that is not there */
    MessageRequest(HttpGatewaySettings settings, Set<String> templates) {
        this.settings = settings;
        this.places = new Places(settings, templates);
        this.json = settings.json() == null ? null : new JsonShape(settings.json(), places);
        check("headers", settings.headers());
        check("query", settings.query());
        check("form", settings.form());
    }

    RequestHeadersSpec<?> of(OutgoingSms sms, WebClient web) {
        var request = web.method(settings.method()).uri(uri(sms)).headers(headers -> {
            filled(settings.headers(), sms).forEach(headers::addAll);
            HttpGatewaySettings.BasicAuth basic = settings.basicAuth();
            if (basic != null) {
                headers.setBasicAuth(basic.user().value(), basic.password().value(), UTF_8);
            }
        });
        if (json != null) {
            return request.contentType(MediaType.APPLICATION_JSON).bodyValue(json.fill(sms));
        }
        return settings.form().isEmpty()
                ? request
                : request.body(BodyInserters.fromFormData(filled(settings.form(), sms)));
    }

    /** Everything but the unreserved characters of RFC 3986 is escaped: many a gateway reads a plus as a blank. */
    private URI uri(OutgoingSms sms) {
        if (settings.query().isEmpty()) {
            return settings.url();
        }
        String query = filled(settings.query(), sms).toSingleValueMap().entrySet().stream()
                .map(each -> UriUtils.encode(each.getKey(), UTF_8) + "=" + UriUtils.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(settings.url() + (settings.url().getRawQuery() == null ? "?" : "&") + query);
    }

    private MultiValueMap<String, String> filled(Map<String, String> shape, OutgoingSms sms) {
        var filled = new LinkedMultiValueMap<String, String>();
        shape.forEach((name, value) -> filled.add(name, places.fill(value, sms)));
        return filled;
    }

    private void check(String key, Map<String, String> shape) {
        shape.forEach((name, value) -> places.check(key + "." + name, value));
    }
}
