package in.sampark.meter.json;

import in.sampark.platform.time.Written;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON value has to look like.
 *
 * @param expected that, for people to read
 * @param read the value, or nothing when it looks otherwise
 */
public record Shape<T>(String expected, Function<JsonNode, Optional<T>> read) {

    /** A time, to the millisecond, as contracts carry it. */
    public static final Shape<Instant> TIME = new Shape<>(
            "a time with offset, e.g. 2026-06-20T11:00:00+05:30",
            node -> string(node).flatMap(written(Written::time)).map(time -> time.truncatedTo(ChronoUnit.MILLIS)));

    /** A local day. */
    public static final Shape<LocalDate> DAY =
            new Shape<>("a day, e.g. 2026-06-20", node -> string(node).flatMap(written(Written::day)));

    /** Texts; what they have to say is judged elsewhere. */
    public static final Shape<List<String>> TEXTS = new Shape<>("a list of texts", Shape::strings);

    /** Text that the pattern matches as a whole. */
    public static Shape<String> text(Pattern pattern, String expected) {
        return new Shape<>(expected, node -> string(node).filter(pattern.asMatchPredicate()));
    }

    /** A whole number of at least so much. */
    public static Shape<Long> wholeNumber(long least) {
        return new Shape<>(
                "a whole number >= " + least,
                node -> Optional.of(node)
                        .filter(number -> number.isIntegralNumber() && number.canConvertToLong())
                        .map(JsonNode::longValue)
                        .filter(number -> number >= least));
    }

    /** The name of one of these. */
    public static <E extends Enum<E>> Shape<E> oneOf(Collection<E> values) {
        return new Shape<>(
                "one of " + values,
                node -> string(node)
                        .flatMap(name -> values.stream()
                                .filter(value -> value.name().equals(name))
                                .findAny()));
    }

    private static Optional<String> string(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static Optional<List<String>> strings(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString)
                ? Optional.of(node.valueStream().map(JsonNode::stringValue).toList())
                : Optional.empty();
    }

    private static <T> Function<String, Optional<T>> written(Function<String, T> read) {
        return text -> {
            try {
                return Optional.of(read.apply(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        };
    }
}
