package in.sampark.simulator.feed.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import in.sampark.simulator.feed.domain.DailyEnergy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A CSV file with a row for each meter and local day, columns {@code meter,Date,t_kWh}, in any order of rows. */
public final class MeterFile {

    private static final List<String> HEADER = List.of("meter", "Date", "t_kWh");
    private static final Pattern METER = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    /** Exponents are written by programs that print binary fractions; three digits keep a typing error from exploding. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{0,40})?([eE][-+]?\\d{1,3})?");

    private static final BigDecimal MOST_KWH_A_DAY = BigDecimal.valueOf(1_000_000);

    private record MeterDay(String meter, LocalDate day) {}

    private final Path path;

    public MeterFile(Path path) {
        this.path = path;
    }

    /**
     * Reads all rows, in the file's order.
     *
     * @throws MalformedMeterFileException when the file is missing, has no rows or a row is wrong
     */
    public List<DailyEnergy> rows() {
        if (!Files.isReadable(path)) {
            throw new MalformedMeterFileException(
                    "Meter file " + path.toAbsolutePath() + ": cannot be read (expected: a CSV file)");
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(path)) {
            return rows(csv);
        } catch (IOException | CsvParseException e) {
            throw new MalformedMeterFileException("Meter file " + path.toAbsolutePath() + ": " + e.getMessage());
        }
    }

    private List<DailyEnergy> rows(CsvReader<CsvRecord> csv) {
        List<DailyEnergy> rows = new ArrayList<>();
        Set<MeterDay> seen = new HashSet<>();
        boolean header = true;
        for (CsvRecord line : csv) {
            if (header) {
                check(
                        line.getFields().equals(HEADER),
                        line,
                        String.join(",", line.getFields()),
                        "the header " + String.join(",", HEADER));
                header = false;
                continue;
            }
            DailyEnergy row = row(line);
            check(
                    seen.add(new MeterDay(row.meter(), row.day())),
                    line,
                    row.meter() + "," + row.day(),
                    "one row for a meter and day");
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw new MalformedMeterFileException(
                    "Meter file " + path.toAbsolutePath() + ": no rows (expected: at least one below the header)");
        }
        return rows;
    }

    private DailyEnergy row(CsvRecord line) {
        check(line.getFieldCount() == HEADER.size(), line, line.getFieldCount() + " fields", HEADER.size() + " fields");
        String meter = line.getField(0);
        check(METER.matcher(meter).matches(), line, meter, "a meter number of up to 32 letters, digits, - and _");
        return new DailyEnergy(meter, day(line), kwh(line));
    }

    private LocalDate day(CsvRecord line) {
        try {
            return LocalDate.parse(line.getField(1));
        } catch (DateTimeException e) {
            throw malformed(line, line.getField(1), "a date as 2019-05-01");
        }
    }

    private BigDecimal kwh(CsvRecord line) {
        String text = line.getField(2);
        check(DECIMAL.matcher(text).matches(), line, text, "kWh as a decimal number >= 0");
        BigDecimal kwh = new BigDecimal(text);
        check(kwh.compareTo(MOST_KWH_A_DAY) <= 0, line, text, "at most " + MOST_KWH_A_DAY + " kWh a day");
        return kwh;
    }

    private void check(boolean right, CsvRecord line, String value, String expected) {
        if (!right) {
            throw malformed(line, value, expected);
        }
    }

    private MalformedMeterFileException malformed(CsvRecord line, String value, String expected) {
        return new MalformedMeterFileException("Meter file " + path.toAbsolutePath() + ", line "
                + line.getStartingLineNumber() + ": '" + value + "' (expected: " + expected + ")");
    }
}
