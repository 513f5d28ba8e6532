package in.sampark.consumer.importing.domain;

import java.util.regex.Pattern;

/**
 * Why a row was not taken.
 *
 * @param row line of the file at which the row starts
 * @param column the column's title, empty when it is the row as a whole
 * @param value what was found, shortened; masked where it may be personal
 * @param expected what would have been right
 */
public record RowError(long row, String column, String value, String expected) {

    private static final int LONGEST = 80;
    private static final String MASK = "***";
    /** A number that slipped into another column is still somebody's. */
    private static final Pattern LIKE_A_PHONE = Pattern.compile("[6-9](?:[ -]?[0-9]){9}");

    public static RowError ofRow(long row, String value, String expected) {
        return new RowError(row, "", value, expected);
    }

    static RowError ofCell(long row, Column column, String value, String expected) {
        return new RowError(row, column.title(), shown(column, value), expected);
    }

    private static String shown(Column column, String value) {
        if (!value.isEmpty() && isPersonal(column, value)) {
            return MASK;
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private static boolean isPersonal(Column column, String value) {
        boolean ownDigits = column == Column.ACCOUNT_NO;
        return column.personal() || (!ownDigits && LIKE_A_PHONE.matcher(value).find());
    }
}
