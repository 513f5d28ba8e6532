package in.sampark.consumer.importing.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How a cell is understood.
 *
 * @param read the cell's value, or nothing when it has none
 * @param expected what a cell must look like to have one
 */
record CellRule<T>(Function<String, Optional<T>> read, String expected) {

    private static final int LONGEST_TEXT = 200;
    /** What programs put where they could not read a letter. */
    private static final char UNDECODABLE = '\uFFFD';

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern KILOWATTS = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

    static final CellRule<String> TEXT = text(CellRule::isText, "text of 1 to " + LONGEST_TEXT + " characters");
    static final CellRule<LocalDate> DAY = new CellRule<>(CellRule::day, "a date like 2026-04-01");
    static final CellRule<Long> LOAD_W = new CellRule<>(CellRule::watts, "kW above 0, with up to three decimals");

    static CellRule<String> text(Predicate<String> fits, String expected) {
        return new CellRule<>(cell -> Optional.of(cell).filter(fits), expected);
    }

    static boolean isText(String cell) {
        return !cell.isEmpty()
                && cell.length() <= LONGEST_TEXT
                && cell.chars().noneMatch(c -> Character.isISOControl(c) || c == UNDECODABLE);
    }

    private static Optional<LocalDate> day(String cell) {
        if (!DATE.matcher(cell).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Optional<Long> watts(String cell) {
        return KILOWATTS.matcher(cell).matches()
                ? Optional.of(new BigDecimal(cell).movePointRight(3).longValueExact())
                        .filter(watts -> watts > 0)
                : Optional.empty();
    }
}
