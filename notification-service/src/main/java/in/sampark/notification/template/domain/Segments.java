package in.sampark.notification.template.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * How a text travels: its encoding, and in how many parts it is sent and paid for (3GPP TS 23.038 and 23.040).
 *
 * @param count parts, at least one
 */
public record Segments(Encoding encoding, int count) {

    /** An alphabet, with what fits into a lone part and into each of several, whose header takes room. */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int together;

        Encoding(int alone, int together) {
            this.alone = alone;
            this.together = together;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final Map<Integer, Integer> SEPTETS = septets();

    /** The parts of a text; the narrow alphabet is used whenever it can write it. */
    public static Segments of(String text) {
        return text.codePoints().allMatch(SEPTETS::containsKey)
                ? count(Encoding.GSM_7, text)
                : count(Encoding.UCS_2, text);
    }

    /** A character of two units is never torn apart between two parts. */
    private static Segments count(Encoding encoding, String text) {
        int total = 0;
        int parts = 1;
        int used = 0;
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            int width = width(encoding, character);
            if (used + width > encoding.together) {
                parts++;
                used = 0;
            }
            used += width;
            total += width;
        }
        return new Segments(encoding, total <= encoding.alone ? 1 : parts);
    }

    private static int width(Encoding encoding, int character) {
        return switch (encoding) {
            case GSM_7 -> SEPTETS.getOrDefault(character, 0);
            case UCS_2 -> Character.charCount(character);
        };
    }

    private static Map<Integer, Integer> septets() {
        var septets = new HashMap<Integer, Integer>();
        BASIC.codePoints().forEach(c -> septets.put(c, 1));
        EXTENDED.codePoints().forEach(c -> septets.put(c, 2));
        return Map.copyOf(septets);
    }
}
