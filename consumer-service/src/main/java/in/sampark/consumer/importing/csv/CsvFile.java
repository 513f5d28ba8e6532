package in.sampark.consumer.importing.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import in.sampark.consumer.importing.domain.Header;
import in.sampark.consumer.importing.domain.Row;
import in.sampark.platform.csv.CsvText;
import in.sampark.platform.web.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connections file. */
final class CsvFile {

    private final CsvText text;
    private @Nullable Header header;

    CsvFile(CsvText text) {
        this.text = text;
    }

    /**
     * The next row, or nothing at the end. Waits for bytes.
     *
     * @throws Problem when the first line is no header, or the file can't be read any further
     */
    Optional<Row> next() {
        Header known = header();
        return text.next().map(record -> new Row(record.getStartingLineNumber(), known, record.getFields()));
    }

    private Header header() {
        if (header == null) {
            List<String> titles = text.next().map(CsvRecord::getFields).orElse(List.of());
            Header.objection(titles).ifPresent(objection -> {
                throw Problem.invalid("header", objection, Header.EXPECTED);
            });
            header = new Header(titles);
        }
        return header;
    }
}
