package in.sampark.notification.provider.http;

import static in.sampark.notification.provider.http.HttpGatewaySettings.require;

import in.sampark.notification.provider.domain.OutgoingSms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code {name}} stands for: a part of the message, a credential, or what is made of them.
 *
 * <p>{@code to} is the number as +919897010001, {@code msisdn} as 919897010001, {@code national} as 9897010001. {@code type} and
 * {@code signature} are there when they are set.
 */
final class Places {

    private static final String GATEWAY_TEMPLATE_ID = "gatewayTemplateId";
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

    private final List<String> unnamed;
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
        TextStyle.Type type = text.type();
        if (type != null) {
            all.put("type", sms -> TextStyle.isUnicode(sms.text()) ? type.unicode() : type.gsm7());
        }
        settings.credentials().forEach((name, secret) -> {
            require(
                    all.put(name, sms -> secret.value()) == null,
                    "credentials." + name + ": a part of every message has" + " that name (expected: another)");
        });
        if (settings.signature() != null) {
            all.put("signature", signature(settings.signature()));
        }
    }

    /** @throws IllegalArgumentException when there is a place for nothing; it names the key */
    void check(String key, String shape) {
        PLACE.matcher(shape).results().map(place -> place.group(1)).forEach(place -> {
            require(all.containsKey(place), key + ": {" + place + "} (expected: one of " + all.keySet() + ")");
            require(
                    !place.equals(GATEWAY_TEMPLATE_ID) || unnamed.isEmpty(),
                    "templates: none for " + unnamed + " (expected: the gateway's own id of each template)");
        });
    }

    String fill(String shape, OutgoingSms sms) {
        return PLACE.matcher(shape)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNull(all.get(place.group(1))).apply(sms)));
    }

    private Function<OutgoingSms, String> signature(HttpGatewaySettings.Signature settings) {
        settings.over().forEach(value -> check("signature.over", value));
        digest(settings.algorithm());
        return sms -> {
            var signed = new StringBuilder();
            settings.over().forEach(value -> signed.append(fill(value, sms)));
            byte[] digest =
                    digest(settings.algorithm()).digest(signed.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        };
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
