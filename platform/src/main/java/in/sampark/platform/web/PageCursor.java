package in.sampark.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** A place in a list, as callers carry it from page to page without having to understand it. */
public final class PageCursor {

    private static final String SEPARATOR = "\n";

    private PageCursor() {}

    /** @param place what the last entry shown is ordered by; no line feeds in it */
    public static String of(String... place) {
        String text = String.join(SEPARATOR, place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place a cursor stands for.
     *
     * @param length of how many parts it is made
     * @throws Problem 400 when the cursor is not one of ours
     */
    public static List<String> place(String cursor, int length) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> place = List.of(text.split(SEPARATOR, -1));
            if (place.size() == length && text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c))) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            throw unknown(cursor);
        }
        throw unknown(cursor);
    }

    /**
     * The place a cursor stands for, read by its parts.
     *
     * @param read throws IllegalArgumentException or DateTimeException for parts that are no place
     * @throws Problem 400 when the cursor is not one of ours
     */
    public static <P> P place(String cursor, int length, Function<List<String>, P> read) {
        List<String> parts = place(cursor, length);
        try {
            return read.apply(parts);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown(cursor);
        }
    }

    private static Problem unknown(String cursor) {
        return Problem.invalid("cursor", cursor, "one from an earlier answer");
    }
}
