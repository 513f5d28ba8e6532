package in.sampark.notification.provider.http;

import static in.sampark.notification.provider.http.HttpGatewaySettings.require;

import in.sampark.notification.provider.domain.OutgoingSms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@code {name}} stands for: a part of the message, a credential, or what is made of them.
 *
 * <p>{@code to} is the number as +919897010001, {@code msisdn} as 919897010001, {@code national} as 9897010001. {@code type} and
 * {@code signature} are there when they are set.
 */
final class Places {

    private static final String GATEWAY_TEMPLATE_ID = "gatewayTemplateId";
    private static final String SIGNATURE = "signature";
    private static final String TYPE = "type";
    static final String VARIABLES = "{variables}";

    private static final Pattern PLACE = Pattern.compile("\\{([\\w-]+)}");
    private static final int COUNTRY = "+91".length();
    private static final Map<String, Function<OutgoingSms, String>> PARTS = Map.of(
            "to", OutgoingSms::to,
            "msisdn", sms -> sms.to().substring(1),
            "national", sms -> sms.to().substring(COUNTRY),
            "reference", sms -> sms.reference().toString(),
            "header", OutgoingSms::header,
            "principalEntityId", OutgoingSms::principalEntityId,
            "templateId", OutgoingSms::templateId);

    private static final Set<String> NUMBERS = new TreeSet<>(Set.of("to", "msisdn", "national"));
    private static final Set<String> TEXTS = new TreeSet<>(Set.of("text", GATEWAY_TEMPLATE_ID));

    private final List<String> unnamed;
    /** Of what is there for its place alone, with the keys that set it. */
    private final Map<String, String> unused = new TreeMap<>();

    private final Set<String> used = new HashSet<>();
    private final Map<String, Function<OutgoingSms, String>> all = new TreeMap<>(PARTS);

    /**
     * @param templates registered ids of all templates that are sent
     * @throws IllegalArgumentException when a credential has the name of something else, or what is signed has no place
     */
    Places(HttpGatewaySettings settings, Set<String> templates) {
        TextStyle text = settings.text();
        all.put("text", sms -> text.written(sms.text()));
        all.put(
                GATEWAY_TEMPLATE_ID,
                sms -> Objects.requireNonNull(settings.templates().get(sms.templateId())));
        this.unnamed = templates.stream()
                .filter(template -> !settings.templates().containsKey(template))
                .sorted()
                .toList();
        if (!settings.templates().isEmpty()) {
            unused.put(GATEWAY_TEMPLATE_ID, "templates");
        }
        TextStyle.Type type = text.type();
        if (type != null) {
            all.put(TYPE, sms -> TextStyle.isUnicode(sms.text()) ? type.unicode() : type.gsm7());
            unused.put(TYPE, "text.type");
        }
        settings.credentials().forEach((name, secret) -> {
            require(
                    all.put(name, sms -> secret.value()) == null,
                    "credentials." + name + ": a part of every message has" + " that name (expected: another)");
            unused.put(name, "credentials." + name);
        });
        if (settings.signature() != null) {
            require(
                    all.put(SIGNATURE, signature(settings.signature())) == null,
                    "credentials.signature: what is signed has that name (expected: another)");
            used.clear();
            unused.put(SIGNATURE, SIGNATURE);
        }
    }

    /**
     * The shape, filled for a message.
     *
     * @param key names it
     * @throws IllegalArgumentException when it has a place for nothing
     */
    Function<OutgoingSms, String> filling(String key, String shape) {
        var parts = new ArrayList<Function<OutgoingSms, String>>();
        int end = 0;
        for (MatchResult place : PLACE.matcher(shape).results().toList()) {
            if (place.start() > end) {
                parts.add(always(key, shape.substring(end, place.start())));
            }
            parts.add(part(key, place.group(1)));
            end = place.end();
        }
        if (end < shape.length() || parts.isEmpty()) {
            parts.add(always(key, shape.substring(end)));
        }
        return joined(parts);
    }

    /**
     * @throws IllegalArgumentException when the shapes so far say nothing of whom a message is for, or nothing of what it says, or leave out
     *     what is set for its place alone
     */
    void requireAllThatIsNeeded() {
        require(
                !Collections.disjoint(used, NUMBERS),
                "query, form, json: no place for the number (expected: one of " + NUMBERS + ")");
        require(
                !Collections.disjoint(used, TEXTS),
                "query, form, json: no place for the text (expected: one of " + TEXTS + ")");
        unused.forEach((place, key) -> {
            throw new IllegalArgumentException(key + ": no place for it (expected: {" + place
                    + "} in headers, query, form, json or signature.over)");
        });
    }

    private Function<OutgoingSms, String> part(String key, String place) {
        Function<OutgoingSms, String> part = all.get(place);
        if (part == null) {
            throw new IllegalArgumentException(key + ": {" + place + "} (expected: one of " + all.keySet() + ")");
        }
        require(
                !place.equals(GATEWAY_TEMPLATE_ID) || unnamed.isEmpty(),
                "templates: none for " + unnamed + " (expected: the gateway's own id of each template)");
        used.add(place);
        unused.remove(place);
        return part;
    }

    private static Function<OutgoingSms, String> always(String key, String text) {
        require(
                text.indexOf('{') < 0 && text.indexOf('}') < 0,
                key + ": " + text
                        + " (expected: braces around the name of a place alone, which has letters, digits, - and _)");
        return sms -> text;
    }

    private static Function<OutgoingSms, String> joined(List<Function<OutgoingSms, String>> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return sms -> {
            var filled = new StringBuilder();
            parts.forEach(part -> filled.append(part.apply(sms)));
            return filled.toString();
        };
    }

    private Function<OutgoingSms, String> signature(HttpGatewaySettings.Signature settings) {
        Function<OutgoingSms, String> signed = joined(settings.over().stream()
                .map(value -> filling("signature.over", value))
                .toList());
        digest(settings.algorithm());
        return sms -> HexFormat.of()
                .formatHex(digest(settings.algorithm()).digest(signed.apply(sms).getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(
                    "signature.algorithm: " + algorithm + " (expected: a digest, e.g. SHA-512)", e);
        }
    }
}
