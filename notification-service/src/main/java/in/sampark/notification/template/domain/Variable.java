package in.sampark.notification.template.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fills one place of a registered text.
 *
 * @param value name of the value
 * @param as how people read it
 */
public record Variable(String value, Form as) {

    /** How a value in plain units is written. */
    public enum Form {
        /** As it is. */
        PLAIN,
        /** Paise as rupees. */
        RUPEES,
        /** The last four characters: enough to tell one's accounts apart. */
        LAST_FOUR,
        /** The last four characters of each of several, separated by commas; those for which there is no room are counted. */
        LAST_FOURS,
        /** An ISO-8601 instant as a time of day. */
        TIME,
        /** An ISO-8601 instant as day and time. */
        DATE_TIME,
        /** An ISO-8601 date as a day of the year. */
        DATE
    }

    /** What the values say of it: in this language if they say it in languages, as in {@code place.hi}; null for nothing. */
    @Nullable
    String of(Map<String, String> values, Language language) {
        String spoken = values.get(value + "." + language.code());
        return spoken == null ? values.get(value) : spoken;
    }

    /**
     * The value as people read it.
     *
     * @throws IllegalArgumentException when it isn't in the unit its form is for
     */
    String written(String raw, Language language) {
        try {
            return switch (as) {
                case PLAIN -> raw;
                case RUPEES -> Rupees.of(Long.parseLong(raw));
                case LAST_FOUR -> LastFours.of(raw);
                case LAST_FOURS -> LastFours.ofEach(raw);
                case TIME -> language.timeOf(Instant.parse(raw));
                case DATE_TIME -> language.dateTimeOf(Instant.parse(raw));
                case DATE -> language.dateOf(LocalDate.parse(raw));
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("value: " + value + " (expected: what " + as + " is written from)", e);
        }
    }
}
