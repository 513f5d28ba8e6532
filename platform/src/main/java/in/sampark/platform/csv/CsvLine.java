package in.sampark.platform.csv;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A line of a CSV file as in RFC 4180, in which no cell is a formula: what a spreadsheet would compute is written as
 * text, with an apostrophe before it (OWASP, CSV Injection). Every CSV file that is written is written by this.
 */
public final class CsvLine {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final String QUOTED = ",;\t\"\r\n";

    private CsvLine() {}

    /** The line with its end. */
    public static String of(String... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        String text = isFormula(value) ? "'" + value : value;
        boolean quoted = text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0) || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Some programs pass over blanks before they look. */
    private static boolean isFormula(String value) {
        String seen = value.stripLeading();
        return starts(value) || starts(seen);
    }

    private static boolean starts(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
