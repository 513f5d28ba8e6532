package in.sampark.consumer.doubt.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.csv.domain.ShownCell;
import in.sampark.consumer.csv.domain.SpreadsheetDamage;
import in.sampark.consumer.doubt.domain.Reassigned;
import in.sampark.consumer.doubt.domain.ReassignedLine;
import in.sampark.consumer.doubt.domain.ReassignedLine.LineError;
import in.sampark.platform.csv.CsvStream;
import in.sampark.platform.csv.CsvText;
import in.sampark.platform.time.India;
import in.sampark.platform.web.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/** The list as CSV: columns {@code mobile} and, if known, {@code reassigned_on} (a day like 2026-11-22). Other columns are passed over. */
public final class ReassignedFile {

    private static final String MOBILE = "mobile";
    private static final String REASSIGNED_ON = "reassigned_on";

    private final CsvText text;
    private final Instant now;
    private @Nullable Columns columns;

    /** Where the columns stand; -1 for nowhere. */
    private record Columns(int mobile, int reassignedOn) {}

    private ReassignedFile(CsvText text, Instant now) {
        this.text = text;
        this.now = now;
    }

    /**
     * The lines after the header.
     *
     * @param now until when proofs count for nothing where the list does not say so
     * @throws Problem as error, when there is no column of numbers, or from where on the file can't be read
     */
    public static Flux<ReassignedLine> lines(Flux<DataBuffer> file, Instant now) {
        return CsvStream.of(file, text -> new ReassignedFile(text, now)::next);
    }

    private Optional<ReassignedLine> next() {
        Columns known = columns();
        return text.next().map(record -> line(record, known));
    }

    private Columns columns() {
        if (columns == null) {
            List<String> titles = text.next().map(CsvRecord::getFields).orElse(List.of()).stream()
                    .map(title -> title.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (!titles.contains(MOBILE)) {
                // the first line may be a number
                throw Problem.invalid(
                        "header", "no column " + MOBILE, "the columns " + MOBILE + " and, if known, " + REASSIGNED_ON);
            }
            columns = new Columns(titles.indexOf(MOBILE), titles.indexOf(REASSIGNED_ON));
        }
        return columns;
    }

    private ReassignedLine line(CsvRecord record, Columns known) {
        long line = record.getStartingLineNumber();
        String cell = cell(record, known.mobile());
        String digits = SpreadsheetDamage.repaired(cell);
        return MobileNumbers.parse(digits)
                .map(number -> dated(line, number, cell(record, known.reassignedOn())))
                .orElseGet(() -> bad(
                        line,
                        MOBILE,
                        ShownCell.number(cell),
                        SpreadsheetDamage.named(digits).orElse("an Indian mobile number")));
    }

    private ReassignedLine dated(long line, MobileNumber number, String day) {
        LocalDate today = LocalDate.ofInstant(now, India.ZONE);
        return day.isEmpty()
                ? good(number, now)
                : day(day).filter(said -> !said.isAfter(today))
                        .map(said -> good(number, endOf(said)))
                        .orElseGet(() -> bad(
                                line,
                                REASSIGNED_ON,
                                ShownCell.text(day),
                                "a day like 2026-04-01, " + today + " at the latest, or nothing"));
    }

    private static Optional<LocalDate> day(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(India.ZONE).toInstant();
    }

    private static ReassignedLine good(MobileNumber number, Instant until) {
        return new ReassignedLine.Good(new Reassigned(number, until));
    }

    private static String cell(CsvRecord record, int position) {
        return position >= 0 && position < record.getFieldCount()
                ? record.getField(position).strip()
                : "";
    }

    private static ReassignedLine bad(long line, String column, String value, String expected) {
        return new ReassignedLine.Bad(new LineError(line, column, value, expected));
    }
}
