package in.sampark.simulator.feed.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** How many calendar days of a file are taken. */
public sealed interface Days {

    record All() implements Days {}

    record First(int count) implements Days {}

    /** Reads {@code all} or a number of days. */
    static Days parse(String text) {
        if (text.equals("all")) {
            return new All();
        }
        if (Pattern.matches("[1-9]\\d{0,5}", text)) {
            return new First(Integer.parseInt(text));
        }
        throw new IllegalArgumentException("days: '" + text + "' (expected: all, or a number from 1 to 999999)");
    }

    default boolean include(LocalDate day, LocalDate firstDay) {
        return switch (this) {
            case All() -> true;
            case First(int count) -> day.isBefore(firstDay.plusDays(count));
        };
    }
}
