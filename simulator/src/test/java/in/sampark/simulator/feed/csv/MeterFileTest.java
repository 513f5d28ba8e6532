package in.sampark.simulator.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.simulator.feed.domain.DailyEnergy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterFileTest {

    @TempDir
    Path folder;

    @Test
    void readsDecimalsAsTheyAreWritten() throws IOException {
        assertThat(file("meter,Date,t_kWh\nMH01,2019-05-01,5.251999999999993\nMH01,2019-05-02,6.9e-18\n")
                        .rows())
                .containsExactly(
                        new DailyEnergy("MH01", LocalDate.parse("2019-05-01"), new BigDecimal("5.251999999999993")),
                        new DailyEnergy("MH01", LocalDate.parse("2019-05-02"), new BigDecimal("6.9e-18")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            MH01,2019-05-01,-1        | '-1' (expected: kWh as a decimal number >= 0)
            MH01,2019-05-01,NaN       | 'NaN' (expected: kWh as a decimal number >= 0)
            MH01,2019-05-01,9e99      | '9e99' (expected: at most 1000000 kWh a day)
            MH01,2019-05-01,          | '' (expected: kWh as a decimal number >= 0)
            MH01,01/05/2019,1         | '01/05/2019' (expected: a date as 2019-05-01)
            MH01,2019-02-30,1         | '2019-02-30' (expected: a date as 2019-05-01)
            M 1,2019-05-01,1          | 'M 1' (expected: a meter number of up to 32 letters, digits, - and _)
            MH01,2019-05-01           | '2 fields' (expected: 3 fields)
            MH00,2019-05-01,2         | 'MH00,2019-05-01' (expected: one row for a meter and day)
            """)
    void wrongRowIsNamedByLineValueAndExpectation(String row, String complaint) throws IOException {
        MeterFile file = file("meter,Date,t_kWh\nMH00,2019-05-01,1\n" + row + "\n");

        assertThatThrownBy(file::rows)
                .isInstanceOf(MalformedMeterFileException.class)
                .hasMessage("Meter file " + folder.resolve("meters.csv") + ", line 3: " + complaint);
    }

    @Test
    void anotherHeaderIsRejected() {
        assertThatThrownBy(() -> file("meter;Date;kWh\nMH01;2019-05-01;1\n").rows())
                .hasMessageEndingWith("line 1: 'meter;Date;kWh' (expected: the header meter,Date,t_kWh)");
    }

    @Test
    void fileWithoutRowsIsRejected() {
        assertThatThrownBy(() -> file("meter,Date,t_kWh\n").rows())
                .hasMessageEndingWith("no rows (expected: at least one below the header)");
        assertThatThrownBy(() -> file("").rows()).isInstanceOf(MalformedMeterFileException.class);
    }

    @Test
    void missingFileIsNamed() {
        Path missing = folder.resolve("missing.csv");

        assertThatThrownBy(() -> new MeterFile(missing).rows())
                .hasMessage("Meter file " + missing + ": cannot be read (expected: a CSV file)");
    }

    private MeterFile file(String text) throws IOException {
        return new MeterFile(Files.writeString(folder.resolve("meters.csv"), text));
    }
}
