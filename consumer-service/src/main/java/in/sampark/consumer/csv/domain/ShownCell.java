package in.sampark.consumer.csv.domain;

import java.util.regex.Pattern;

/** What a report shows of a cell: enough to find it, and nobody's number, whatever column it slipped into. */
public final class ShownCell {

    /** In place of what is personal as a whole. */
    public static final String HIDDEN = "***";

    private static final int LONGEST = 80;
    private static final int DIGITS_SHOWN = 2;
    /** What tells how a number was written, and nothing else. */
    private static final String MARKS = " +-.,;:/()'E";

    private static final Pattern LIKE_A_PHONE = Pattern.compile("[6-9](?:[ -]?[0-9]){9}");

    private ShownCell() {}

    /** The cell, shortened; hidden when it holds what may be a phone number, in digits of whatever script. */
    public static String text(String cell) {
        return likeAPhone(cell) ? HIDDEN : shorter(cell);
    }

    /** Whether a number could be called that stands in the cell. */
    public static boolean likeAPhone(String cell) {
        return LIKE_A_PHONE.matcher(SpreadsheetDamage.asciiDigits(cell)).find();
    }

    /** A number that is none, by its shape: enough to find out what happened to it, not enough to call it. */
    public static String number(String cell) {
        long digits = cell.codePoints().filter(Character::isDigit).count();
        var shown = new StringBuilder();
        for (int letter : cell.codePoints().toArray()) {
            if (Character.isDigit(letter)) {
                shown.appendCodePoint(digits-- > DIGITS_SHOWN ? '*' : letter);
            } else {
                shown.appendCodePoint(MARKS.indexOf(letter) >= 0 ? letter : '*');
            }
        }
        return shorter(shown.toString());
    }

    public static String shorter(String cell) {
        return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
    }
}
