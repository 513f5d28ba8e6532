package in.sampark.campaign.worklist.web;

import in.sampark.campaign.worklist.domain.Place;
import in.sampark.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place on the worklist, as callers carry it from page to page. */
final class Cursor {

    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,19}) (\\P{Cntrl}*)");

    private Cursor() {}

    static String of(Place place) {
        String text = place.priority() + " " + place.connectionId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 when it is not one of ours */
    static Place place(@Nullable String cursor) {
        if (cursor == null) {
            return Place.BEFORE_ALL;
        }
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (place.matches()) {
                return new Place(Long.parseLong(place.group(1)), place.group(2));
            }
        } catch (IllegalArgumentException e) {
            throw unknown(cursor);
        }
        throw unknown(cursor);
    }

    private static Problem unknown(String cursor) {
        return Problem.invalid("cursor", cursor, "one from an earlier answer");
    }
}
