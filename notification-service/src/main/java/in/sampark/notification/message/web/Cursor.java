package in.sampark.notification.message.web;

import in.sampark.notification.message.r2dbc.MessageSearch.Place;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list, as callers carry it from page to page. */
final class Cursor {

    private static final Place BEFORE_ALL = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    private static final char SEPARATOR = ' ';

    private Cursor() {}

    static String of(Place place) {
        String text = place.dueAt().toString() + SEPARATOR + place.messageId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 when it is not one of ours */
    static Place place(@Nullable String cursor) {
        if (cursor == null) {
            return BEFORE_ALL;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int middle = text.indexOf(SEPARATOR);
            return new Place(Instant.parse(text.substring(0, middle)), UUID.fromString(text.substring(middle + 1)));
        } catch (IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException e) {
            throw Problem.invalid("cursor", cursor, "one from an earlier answer");
        }
    }
}
