package in.sampark.consumer.doubt.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.doubt.domain.Reassigned;
import in.sampark.consumer.doubt.domain.ReassignedLine;
import in.sampark.consumer.doubt.domain.ReassignedLine.LineError;
import in.sampark.platform.time.India;
import in.sampark.platform.web.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;

/**
 * The list as CSV in UTF-8, with or without byte order mark: columns {@code mobile} and, if known, {@code reassigned_on} (a day like 2026-11-22). Other columns
 * are passed over.
 */
final class ReassignedFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String MOBILE = "mobile";
    private static final String REASSIGNED_ON = "reassigned_on";

    private final Iterator<NamedCsvRecord> records;
    private final Instant now;
    private long line = 1;
    private boolean broken;

    /** @param now until when proofs count for nothing where the list does not say so */
    ReassignedFile(InputStream bytes, Instant now) {
        this.now = now;
        records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(withoutByteOrderMark(bytes))
                .iterator();
    }

    /**
     * The next line, or nothing at the end. Waits for bytes.
     *
     * @throws Problem when there is no column of numbers
     */
    Optional<ReassignedLine> next() {
        try {
            return broken || !records.hasNext() ? Optional.empty() : Optional.of(line(records.next()));
        } catch (CsvParseException noCsv) {
            broken = true;
            return Optional.of(bad("", "CSV, every quote opened is closed"));
        }
    }

    private static Reader withoutByteOrderMark(InputStream bytes) {
        var text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReassignedLine line(NamedCsvRecord record) {
        line = record.getStartingLineNumber();
        String written = record.findField(MOBILE)
                .orElseThrow(() -> Problem.invalid("header", record.getHeader(), "a column " + MOBILE));
        return MobileNumbers.parse(written)
                .map(number -> dated(number, record.findField(REASSIGNED_ON).orElse("")))
                .orElseGet(() -> bad(MOBILE, "an Indian mobile number"));
    }

    private ReassignedLine dated(MobileNumber number, String day) {
        try {
            Instant until = day.isBlank()
                    ? now
                    : LocalDate.parse(day.strip())
                            .plusDays(1)
                            .atStartOfDay(India.ZONE)
                            .toInstant();
            return new ReassignedLine.Good(new Reassigned(number, until));
        } catch (DateTimeException noDay) {
            return bad(REASSIGNED_ON, "a day like 2026-11-22, or nothing");
        }
    }

    private ReassignedLine bad(String column, String expected) {
        return new ReassignedLine.Bad(new LineError(line, column, expected));
    }
}
