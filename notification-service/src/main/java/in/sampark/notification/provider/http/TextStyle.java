package in.sampark.notification.provider.http;

import in.sampark.notification.template.domain.Segments;
import jakarta.validation.constraints.NotBlank;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a gateway wants texts.
 *
 * @param unicodeAs how one is written that the narrow alphabet of phones (GSM-7) can't write
 * @param type what {@code {type}} stands for; null when the shape does without
 */
public record TextStyle(
        @DefaultValue("plain") UnicodeAs unicodeAs,
        @Nullable Type type) {

    /** How a text in Unicode is written. */
    public enum UnicodeAs {
        /** As it is. */
        PLAIN,
        /** Every character as {@code &#2310;}, in decimal. */
        ENTITIES
    }

    /** The gateway's words for texts in the narrow alphabet and for all others. */
    public record Type(@NotBlank String gsm7, @NotBlank String unicode) {}

    String written(String text) {
        return unicodeAs == UnicodeAs.ENTITIES && isUnicode(text)
                ? text.codePoints()
                        .mapToObj(character -> "&#" + character + ";")
                        .collect(Collectors.joining())
                : text;
    }

    static boolean isUnicode(String text) {
        return Segments.of(text).encoding() == Segments.Encoding.UCS_2;
    }
}
