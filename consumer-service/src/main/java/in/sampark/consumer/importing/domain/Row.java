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
                .map(position ->
                        BLANKS.matcher(fields.get(position)).replaceAll(" ").strip())
                .orElse("");
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
