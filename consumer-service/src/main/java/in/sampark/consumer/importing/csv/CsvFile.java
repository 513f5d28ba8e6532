package in.sampark.consumer.importing.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import in.sampark.consumer.importing.domain.Header;
import in.sampark.consumer.importing.domain.Row;
import in.sampark.consumer.importing.domain.RowError;
import in.sampark.consumer.importing.domain.RowReading;
import in.sampark.platform.web.Problem;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CSV as in RFC 4180, in UTF-8 with or without byte order mark. Bytes that are no UTF-8 become U+FFFD in the row that
 * has them.
 */
final class CsvFile {

    private static final int LONGEST_FIELD = 64 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Iterator<CsvRecord> records;
    private @Nullable Header header;
    private long line;
    private boolean broken;

    CsvFile(InputStream bytes) {
        records = CsvReader.builder()
                .allowExtraFields(true) // rows are judged one by one, not the file by its worst row
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                .iterator();
    }

    /**
     * What the next row says, or nothing at the end. Waits for bytes.
     *
     * @throws Problem when the first line is no header
     */
    Optional<RowReading> next(Function<Row, RowReading> read) {
        Header known = header();
        try {
            return broken || !records.hasNext()
                    ? Optional.empty()
                    : Optional.of(read.apply(row(known, records.next())));
        } catch (CsvParseException noCsv) {
            broken = true;
            return Optional.of(new RowReading.Bad(
                    List.of(RowError.ofRow(line + 1, "no CSV from here on", "every quote opened is closed"))));
        }
    }

    private Row row(Header known, CsvRecord next) {
        line = next.getStartingLineNumber();
        return new Row(line, known, next.getFields());
    }

    private List<String> titles() {
        try {
            return records.hasNext() ? withoutByteOrderMark(records.next().getFields()) : List.of();
        } catch (CsvParseException noCsv) {
            return List.of();
        }
    }

    private static List<String> withoutByteOrderMark(List<String> titles) {
        return titles.getFirst().startsWith(BYTE_ORDER_MARK)
                ? Stream.concat(
                                Stream.of(titles.getFirst().substring(1)),
                                titles.stream().skip(1))
                        .toList()
                : titles;
    }

    private Header header() {
        if (header == null) {
            List<String> titles = titles();
            Header.objection(titles).ifPresent(expected -> {
                throw Problem.invalid("header", titles.size() + " columns", expected);
            });
            header = new Header(titles);
        }
        return header;
    }
}
