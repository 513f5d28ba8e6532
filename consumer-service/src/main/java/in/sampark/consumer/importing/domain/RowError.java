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
    private static final Pattern LIKE_A_PHONE = Pattern.compile(".*(\\p{Nd}[^\\p{Nd}]?){10}.*", Pattern.DOTALL);

    public static RowError ofRow(long row, String value, String expected) {
        return new RowError(row, "", value, expected);
    }

    static RowError ofCell(long row, Column column, String value, String expected) {
        return new RowError(row, column.title(), shown(column, value), expected);
    }

    private static String shown(Column column, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (column.personal()
                || column != Column.ACCOUNT_NO && LIKE_A_PHONE.matcher(value).matches()) {
            return MASK;
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
