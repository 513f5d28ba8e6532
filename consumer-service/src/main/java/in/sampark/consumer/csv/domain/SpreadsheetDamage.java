package in.sampark.consumer.csv.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What spreadsheets do to account and mobile numbers on the way through them. Where no digit is lost by it, it is
 * undone: 9876543210.0, a leading apostrophe, ="9876543210", Devanagari digits, blanks that are none. Where digits are
 * lost, as in 9.87654E+09, nobody can tell which they were.
 */
public final class SpreadsheetDamage {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");
    private static final Pattern AS_FORMULA = Pattern.compile("=\"(.*)\"");
    private static final Pattern APOSTROPHES = Pattern.compile("^['\u2018\u2019`]+");
    private static final Pattern DECIMAL = Pattern.compile("(\\d{6,})\\.0+");
    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,2}");

    private SpreadsheetDamage() {}

    /** The digits as they were, in ASCII and without blanks; a text that is no number stays one that is none. */
    public static String repaired(String cell) {
        String text = BLANKS.matcher(cell).replaceAll("");
        text = AS_FORMULA.matcher(text).replaceFirst("$1");
        text = APOSTROPHES.matcher(text).replaceFirst("");
        text = asciiDigits(text);
        return DECIMAL.matcher(text).matches() ? text.substring(0, text.indexOf('.')) : text;
    }

    /** Whether more than blanks between digits was undone, which people write too. */
    public static boolean wasDamaged(String cell, String repaired) {
        return !repaired.equals(cell) && !repaired.equals(cell.replace(" ", ""));
    }

    /** What should have been there instead of a number that has lost digits. */
    public static Optional<String> named(String repaired) {
        return ROUNDED.matcher(repaired).matches()
                ? Optional.of(
                        "all its digits; a spreadsheet has rounded them: format the column as text and export again")
                : Optional.empty();
    }

    static String asciiDigits(String text) {
        return text.codePoints().allMatch(c -> c < 128)
                ? text
                : text.codePoints()
                        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
