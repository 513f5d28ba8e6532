package in.sampark.consumer.importing.domain;

import in.sampark.consumer.csv.domain.ShownCell;

/**
 * Why a row was not taken, or what was noticed of one that was.
 *
 * @param line where the row starts in the file; the header is line 1
 * @param column the column's title, empty when it is the row as a whole
 * @param value what was found, shortened; masked where it may be personal
 * @param expected what would have been right
 * @param warning whether the row was taken all the same
 */
public record RowError(long line, String column, String value, String expected, boolean warning) {

    /** Why a row was not taken. */
    public RowError(long line, String column, String value, String expected) {
        this(line, column, value, expected, false);
    }

    /** The same of a row that is taken all the same. */
    RowError asWarning() {
        return new RowError(line, column, value, expected, true);
    }

    public static RowError ofRow(long line, String value, String expected) {
        return new RowError(line, "", value, expected);
    }

    static RowError ofCell(long line, Column column, String value, String expected) {
        return new RowError(line, column.title(), shown(column, value), expected);
    }

    /** An account the company could have: its number may look like a phone's, and is the company's own. */
    static RowError ofAccount(long line, String accountNo, String expected) {
        return new RowError(line, Column.ACCOUNT_NO.title(), accountNo, expected);
    }

    private static String shown(Column column, String value) {
        return switch (column) {
            case MOBILE -> ShownCell.number(value);
            case NAME -> value.isEmpty() ? value : ShownCell.HIDDEN;
            case ACCOUNT_NO -> ShownCell.likeAPhone(value) ? ShownCell.number(value) : ShownCell.shorter(value);
            default -> ShownCell.text(value);
        };
    }
}
