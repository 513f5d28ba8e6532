package in.sampark.consumer.importing.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of a connections file.
 *
 * @param line where it starts in the file; the header is line 1
 */
public record Row(long line, Header header, List<String> fields) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** A cell's text, runs of white space as one blank; empty when the file is without the column. */
    String cell(Column column) {
        return header.position(column)
                .map(position -> collapsed(fields.get(position)))
                .orElse("");
    }

    /** Most cells have nothing to collapse, and looking is much faster than replacing. */
    private static String collapsed(String field) {
        return isPlain(field) ? field : BLANKS.matcher(field).replaceAll(" ").strip();
    }

    /** Whether all white space is single blanks between other letters. */
    private static boolean isPlain(String field) {
        boolean afterBlank = true;
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            if (Character.isWhitespace(letter) && (letter != ' ' || afterBlank)) {
                return false;
            }
            afterBlank = letter == ' ';
        }
        return !afterBlank || field.isEmpty();
    }

    /** What is wrong with the row as a whole. Empty fields at its end don't count. */
    Optional<RowError> malformed() {
        boolean complete = fields.size() >= header.size();
        boolean nothingMore = fields.stream().skip(header.size()).allMatch(String::isBlank);
        return complete && nothingMore
                ? Optional.empty()
                : Optional.of(RowError.ofRow(line, fields.size() + " fields", header.size() + " fields"));
    }

    @Override
    public String toString() {
        return "Row[line=" + line + "]";
    }
}
