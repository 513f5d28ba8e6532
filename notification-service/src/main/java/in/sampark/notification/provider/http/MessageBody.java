package in.sampark.notification.provider.http;

import in.sampark.notification.provider.domain.OutgoingSms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a request, made of a shape and a message. */
final class MessageBody {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Function<OutgoingSms, String>> PARTS = Map.of(
            "to", OutgoingSms::to,
            "text", OutgoingSms::text,
            "reference", sms -> sms.reference().toString(),
            "header", OutgoingSms::header,
            "principalEntityId", OutgoingSms::principalEntityId,
            "templateId", OutgoingSms::templateId);

    private final Map<String, String> shape;

    /** @throws IllegalArgumentException when the shape has a place for something messages do not have */
    MessageBody(Map<String, String> shape) {
        this.shape = new LinkedHashMap<>(shape);
        shape.forEach((member, value) -> PLACE.matcher(value).results().forEach(place -> {
            if (!PARTS.containsKey(place.group(1))) {
                throw new IllegalArgumentException(
                        member + ": " + place.group() + " (expected: one of " + PARTS.keySet() + ")");
            }
        }));
    }

    Map<String, String> of(OutgoingSms sms) {
        var body = new LinkedHashMap<String, String>();
        shape.forEach((member, value) -> body.put(member, filled(value, sms)));
        return body;
    }

    private static String filled(String value, OutgoingSms sms) {
        return PLACE.matcher(value)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNull(PARTS.get(place.group(1))).apply(sms)));
    }
}
