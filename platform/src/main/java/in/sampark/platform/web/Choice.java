package in.sampark.platform.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of a closed list, as callers write it: {@code moved-out}. */
public final class Choice {

    private Choice() {}

    /** How callers write it. */
    public static String written(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Problem 400, which names them all, when the text is none of the list */
    public static <E extends Enum<E>> E read(String field, @Nullable String text, Class<E> list) {
        return Arrays.stream(list.getEnumConstants())
                .filter(one -> written(one).equals(text))
                .findAny()
                .orElseThrow(() -> Problem.invalid(
                        field,
                        text,
                        Arrays.stream(list.getEnumConstants())
                                .map(Choice::written)
                                .collect(Collectors.joining(", "))));
    }
}
