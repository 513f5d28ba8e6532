package in.sampark.consumer.connection.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a name, or of what somebody looks for, in one spelling: lower case, Unicode's composed form, without what stands between
 * them.
 */
public record NameWords(List<String> words) {

    /** What a name is found by. Shorter beginnings would find half of all consumers. */
    private static final int FROM = 3;

    /** Longer beginnings tell hardly anybody apart any more. */
    private static final int TO = 6;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public NameWords {
        words = List.copyOf(words);
    }

    /** The words of a text, of which there may be none. */
    public static NameWords of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new NameWords(Arrays.stream(BETWEEN.split(plain))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** All beginnings by which the name is found: of 3 to 6 letters, or the whole of a shorter word. */
    public Set<String> beginnings() {
        return words.stream().flatMap(NameWords::beginnings).collect(Collectors.toUnmodifiableSet());
    }

    /** The longest beginning of each word that names are found by. */
    public Set<String> sought() {
        return words.stream().map(word -> beginning(word, TO)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the name has, for each word sought, one that begins with it; a short word has to be there as it is. */
    public boolean matches(NameWords sought) {
        return sought.words().stream()
                .allMatch(word ->
                        words.stream().anyMatch(own -> letters(word) < FROM ? own.equals(word) : own.startsWith(word)));
    }

    private static Stream<String> beginnings(String word) {
        int letters = letters(word);
        return letters <= FROM
                ? Stream.of(word)
                : IntStream.rangeClosed(FROM, Math.min(TO, letters)).mapToObj(length -> beginning(word, length));
    }

    private static String beginning(String word, int length) {
        return letters(word) <= length ? word : word.substring(0, word.offsetByCodePoints(0, length));
    }

    private static int letters(String word) {
        return word.codePointCount(0, word.length());
    }

    @Override
    public String toString() {
        return "NameWords[***]";
    }
}
