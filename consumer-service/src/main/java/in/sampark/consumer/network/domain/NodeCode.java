package in.sampark.consumer.network.domain;

import in.sampark.consumer.connection.domain.AreaPath;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A node's code as it is written. {@code F-12 } and {@code f-12} are written differently and are the same. */
public record NodeCode(String text) {

    /** What lists say where they know nothing (U). Nothing hangs on such a word, or everything nobody placed would go dark together. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("OTHER", "OTHERS", "NA", "N/A", "NIL", "NONE", "NULL", "UNKNOWN", "-", "0");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

    public NodeCode {
        if (!AreaPath.isCode(text) || !text.equals(clean(text))) {
            throw new IllegalArgumentException("code: " + text + " (expected: 1 to 64 characters without a slash)");
        }
        if (isPlaceholder(text)) {
            throw new IllegalArgumentException("code: " + text + " (expected: a code, not a word for none)");
        }
    }

    /** The code a text stands for, or nothing when it names no node. */
    public static Optional<NodeCode> parse(String text) {
        String clean = clean(text);
        return AreaPath.isCode(clean) && !isPlaceholder(clean) ? Optional.of(new NodeCode(clean)) : Optional.empty();
    }

    /** Whether a text only says that no code is known. */
    public static boolean isPlaceholder(String text) {
        return PLACEHOLDERS.contains(clean(text).toUpperCase(Locale.ROOT));
    }

    /** A text as it is kept where no node has it: a word for none in capitals. */
    static String written(String text) {
        return isPlaceholder(text) ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** Whether two texts have the same letters and digits in the same order, and some. */
    static boolean sameLetters(String one, String other) {
        String letters = letters(one);
        return !letters.isEmpty() && letters.equals(letters(other));
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Equal for codes that are the same. */
    public String key() {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String clean(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
