package in.sampark.campaign.worklist.web;

import in.sampark.campaign.worklist.domain.Place;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** A place on the worklist, as callers carry it from page to page. */
final class Cursor {

    private Cursor() {}

    static String of(Place place) {
        return PageCursor.of(Long.toString(place.priority()), place.connectionId());
    }

    /** @throws Problem 400 when it is not one of ours */
    static Place place(@Nullable String cursor) {
        return cursor == null
                ? Place.BEFORE_ALL
                : PageCursor.place(cursor, 2, parts -> new Place(Long.parseLong(parts.get(0)), parts.get(1)));
    }
}
