package in.sampark.consumer.importing.domain;

import java.util.regex.Pattern;

/**
 * Why a row was not taken.
 *
 * @param line where the row starts in the file; the header is line 1
 * @param column the column's title, empty when it is the row as a whole
 * @param value what was found, shortened; masked where it may be personal
 * @param expected what would have been right
 */
public record RowError(long line, String column, String value, String expected) {

    private static final int LONGEST = 80;
    private static final String MASK = "***";
    private static final int DIGITS_SHOWN = 2;
    /** What tells how a number was written, and nothing else. */
    private static final String MARKS = " +-.,;:/()'E";
    /** A number that slipped into another column is still somebody's. */
    private static final Pattern LIKE_A_PHONE = Pattern.compile("[6-9](?:[ -]?[0-9]){9}");

    public static RowError ofRow(long line, String value, String expected) {
        return new RowError(line, "", value, expected);
    }

    static RowError ofCell(long line, Column column, String value, String expected) {
        return new RowError(line, column.title(), shown(column, value), expected);
    }

    private static String shown(Column column, String value) {
        if (column == Column.MOBILE) {
            return shorter(masked(value));
        }
        return isPersonal(column, value) ? MASK : shorter(value);
    }

    private static String shorter(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private static boolean isPersonal(Column column, String value) {
        boolean ownDigits = column == Column.ACCOUNT_NO;
        return !value.isEmpty()
                && (column.personal()
                        || (!ownDigits && LIKE_A_PHONE.matcher(value).find()));
    }

    /** A number that is none, by its shape: enough to find out what happened to it, not enough to call it. */
    private static String masked(String number) {
        long digits = number.codePoints().filter(Character::isDigit).count();
        var shown = new StringBuilder();
        for (int letter : number.codePoints().toArray()) {
            if (Character.isDigit(letter)) {
                shown.appendCodePoint(digits-- > DIGITS_SHOWN ? '*' : letter);
            } else {
                shown.appendCodePoint(MARKS.indexOf(letter) >= 0 ? letter : '*');
            }
        }
        return shown.toString();
    }
}
