package in.sampark.platform.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import in.sampark.platform.web.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CSV as in RFC 4180, in UTF-8 or UTF-16, separated by commas, semicolons or tabs. */
public final class CsvText {

    /** Of letters. What is longer is a quote that never closes, or no text; what is shorter costs its row only. */
    private static final int LONGEST_FIELD = 64 * 1024;

    private final InputStream bytes;
    private @Nullable Iterator<CsvRecord> records;
    private long line = 1;

    CsvText(InputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * The next record, the header first, or nothing at the end. Waits for bytes.
     *
     * @throws Problem when the file can't be read any further
     */
    public Optional<CsvRecord> next() {
        return reading(() -> {
            Iterator<CsvRecord> all = opened();
            if (!all.hasNext()) {
                return Optional.empty();
            }
            CsvRecord next = all.next();
            line = next.getStartingLineNumber();
            return Optional.of(next);
        });
    }

    private Iterator<CsvRecord> opened() {
        if (records == null) {
            records = records(bytes);
        }
        return records;
    }

    private static Iterator<CsvRecord> records(InputStream bytes) {
        try {
            BufferedReader text = FileText.of(bytes);
            return CsvReader.builder()
                    .fieldSeparator(Separator.of(text))
                    .allowExtraFields(true) // rows are judged one by one, not the file by its worst row
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .maxBufferSize(LONGEST_FIELD)
                    .ofCsvRecord(text)
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (CsvParseException | UncheckedIOException e) {
            throw understood(e);
        }
    }

    /** What the parser has to say is about the text; whatever else it met came with the bytes, and is the sender's. */
    private RuntimeException understood(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return Problem.invalid(
                        "file", "bytes that are no text after line " + line, "CSV in UTF-8 or UTF-16, all of it");
            }
            if (cause instanceof Problem sender) {
                return sender;
            }
        }
        boolean broken = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> !(cause instanceof CsvParseException));
        return broken
                ? failure
                : Problem.invalid(
                        "file",
                        "no CSV after line " + line,
                        "CSV as in RFC 4180: every quote that is opened is closed, and no cell has more than "
                                + LONGEST_FIELD + " letters");
    }
}
