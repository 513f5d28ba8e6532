package in.sampark.notification.template.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RupeesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0.00",
                "5 | 0.05",
                "-5 | -0.05",
                "99999 | 999.99",
                "100000 | 1,000.00",
                "12345650 | 1,23,456.50",
                "-12345650 | -1,23,456.50",
                "1000000000 | 1,00,00,000.00",
                "-106600000000 | -1,06,60,00,000.00"
            })
    void areGroupedByThousandLakhAndCrore(long paise, String written) {
        assertThat(Rupees.of(paise)).isEqualTo(written);
    }
}
