package in.sampark.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        assertThat(CsvLine.of("3", "", "say \"five\", please", "two\nlines", " kept "))
                .isEqualTo("3,,\"say \"\"five\"\", please\",\"two\nlines\",\" kept \"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "=cmd|' /C calc'!A0"})
    void formulasBecomeText(String cell) {
        assertThat(CsvLine.of(cell)).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "9***", "5-3", "आशा"})
    void textStaysAsItIs(String cell) {
        assertThat(CsvLine.of(cell)).isEqualTo(cell + "\r\n");
    }
}
