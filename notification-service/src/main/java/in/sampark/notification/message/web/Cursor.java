package in.sampark.notification.message.web;

import in.sampark.notification.message.r2dbc.MessageSearch.Place;
import in.sampark.platform.time.Written;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place among messages, newest first, as callers carry it from page to page. */
final class Cursor {

    private static final Place BEFORE_ALL = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private Cursor() {}

    static String of(Place place) {
        return PageCursor.of(place.dueAt().toString(), place.messageId().toString());
    }

    /** @throws Problem 400 when it is not one of ours */
    static Place place(@Nullable String cursor) {
        return cursor == null
                ? BEFORE_ALL
                : PageCursor.place(
                        cursor, 2, parts -> new Place(Written.time(parts.get(0)), UUID.fromString(parts.get(1))));
    }
}
