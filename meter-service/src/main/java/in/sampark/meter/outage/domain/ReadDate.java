package in.sampark.meter.outage.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the day or days of a notice as they are printed: {@code 2025-08-29}, {@code 2025-08-29/31}, {@code 2025-08-30/09-02}, or several of these
 * with commas between. What stands before the first dash may be missing in print, as in {@code --08-29/31}, and is asked for.
 */
public final class ReadDate {

    private static final int DAYS_AT_MOST = 31; // more are a slip
    private static final Pattern STRETCH =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:/(?:(?:(\\d{4})-)?(\\d{2})-)?(\\d{2}))?");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("--\\d{2}-\\d{2}(?:/(?:\\d{2}-)?\\d{2})?");
    private static final Pattern WITHOUT_DAY = Pattern.compile("\\d{4}-\\d{2}");

    private ReadDate() {}

    public static PrintedDate of(String text) {
        List<String> stretches =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (stretches.stream().anyMatch(WITHOUT_YEAR.asMatchPredicate())) return new PrintedDate.Lacking("year");
        if (stretches.stream().anyMatch(WITHOUT_DAY.asMatchPredicate())) return new PrintedDate.Lacking("day");
        List<LocalDate> days = new ArrayList<>();
        for (String stretch : stretches) {
            Optional<List<LocalDate>> read = stretch(stretch);
            if (read.isEmpty()) return new PrintedDate.Unreadable();
            days.addAll(read.get());
        }
        boolean rising = days.stream().sorted().distinct().toList().equals(days);
        return rising && !days.isEmpty() && days.size() <= DAYS_AT_MOST
                ? new PrintedDate.Days(days, stretches.size() == 1 && days.size() > 1)
                : new PrintedDate.Unreadable();
    }

    private static Optional<List<LocalDate>> stretch(String text) {
        Matcher stretch = STRETCH.matcher(text);
        if (!stretch.matches()) return Optional.empty();
        try {
            LocalDate first = day(stretch.group(1), stretch.group(2), stretch.group(3));
            if (stretch.group(6) == null) return Optional.of(List.of(first));
            LocalDate last = day(
                    or(stretch.group(4), stretch.group(1)), or(stretch.group(5), stretch.group(2)), stretch.group(6));
            return last.isAfter(first) && last.isBefore(first.plusDays(DAYS_AT_MOST))
                    ? Optional.of(first.datesUntil(last.plusDays(1)).toList())
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
