package in.sampark.notification.template.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How people of a language read times.
 *
 * @param code ISO 639-1
 * @param time pattern of a time of day
 * @param dateTime pattern of a day and time
 * @param date pattern of a day
 */
public record Language(String code, DateTimeFormatter time, DateTimeFormatter dateTime, DateTimeFormatter date) {

    /**
     * Of patterns as {@link DateTimeFormatter} has them.
     *
     * @throws IllegalArgumentException for a pattern it does not have
     */
    public static Language of(String code, Locale locale, ZoneId zone, String time, String dateTime, String date) {
        return new Language(
                code,
                DateTimeFormatter.ofPattern(time, locale).withZone(zone),
                DateTimeFormatter.ofPattern(dateTime, locale).withZone(zone),
                DateTimeFormatter.ofPattern(date, locale));
    }

    String timeOf(Instant at) {
        return time.format(at);
    }

    String dateTimeOf(Instant at) {
        return dateTime.format(at);
    }

    String dateOf(LocalDate day) {
        return date.format(day);
    }
}
