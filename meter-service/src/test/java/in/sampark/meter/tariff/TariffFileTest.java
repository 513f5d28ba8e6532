package in.sampark.meter.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthToDate;
import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.tariff.domain.Tariffs;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TariffFileTest {

    private static final String VALID = """
            category: LMV-1-URBAN
            source: a tariff order
            versions:
              - effective-from: 2026-04-01
                energy:
                  - up-to-kwh: 150
                    rupees-per-kwh: 5.50
                  - rupees-per-kwh: 6.50
                fixed-rupees-per-kw: 110
                duty-percent: 5
            """;

    @Test
    void aValidFilePrices() {
        Tariff tariff = TariffFile.read("up.yml", new StringReader(VALID)).getFirst();

        assertThat(tariff.from()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(tariff.price(new MonthToDate(200_000, 30, 30, 1_500)))
                .isEqualTo(new Charge(82_500 + 32_500, 16_500, 6_575));
    }

    @Test
    void faultsNameFileLineValueAndExpectation() {
        assertFault("5.50", "five", "up.yml line 7: versions[0].energy[0].rupees-per-kwh: five (expected: a number)");
        assertFault("5.50", "-5.50", "up.yml line 7: versions[0].energy[0].rupees-per-kwh: -5.50 (expected: >= 0)");
        assertFault(
                "2026-04-01",
                "1 April",
                "up.yml line 4: versions[0].effective-from: 1 April (expected: a day, e.g. 2026-04-01)");
        assertFault(
                "up-to-kwh: 150",
                "up-to-kwh: 0",
                "up.yml line 6: versions[0].energy[0].up-to-kwh: 0 (expected: kWh > 0");
        assertFault("    duty-percent: 5\n", "", "up.yml line 4: versions[0]: no duty-percent (expected: one)");
        assertFault("duty-percent", "duty-precent", "up.yml line 10: versions[0].duty-precent: unknown key");
        assertFault("category: LMV-1-URBAN", "category: ''", "up.yml line 1: category: empty (expected: a value)");
        assertFault("versions:", "versions: none\nother:", "up.yml line");
        assertFault("category:", "category: [", "up.yml line");
    }

    @Test
    void slabsMustRiseAndEndOpen() {
        assertFault(
                "      - rupees-per-kwh: 6.50",
                "      - up-to-kwh: 100\n        rupees-per-kwh: 6.50",
                "up.yml line 6: versions[0].energy: slab up to: 100000 Wh (expected: above the one before, 150000)");
        assertFault(
                "      - rupees-per-kwh: 6.50",
                "      - up-to-kwh: 300\n        rupees-per-kwh: 6.50",
                "up.yml line 6: versions[0].energy: last slab up to: 300000 Wh (expected: no end)");
    }

    @Test
    void theLatestTariffThatHasBegunHolds() {
        Tariffs tariffs = TariffFiles.read("classpath:tariffs/*.yml");

        assertThat(tariffs.find("LMV-1-URBAN", LocalDate.of(2018, 12, 31))).isEmpty();
        assertThat(tariffs.find("LMV-1-URBAN", LocalDate.of(2026, 1, 1))).isPresent();
        assertThat(tariffs.find("LMV-9", LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void noTariffAtAllIsAFault() {
        assertThatThrownBy(() -> TariffFiles.read("classpath:nowhere/*.yml"))
                .isInstanceOf(InvalidTariffException.class)
                .hasMessageStartingWith("tariff files: classpath:nowhere/*.yml (expected: readable files)");
    }

    private static void assertFault(String valid, String wrong, String message) {
        assertThatThrownBy(() -> TariffFile.read("up.yml", new StringReader(VALID.replace(valid, wrong))))
                .isInstanceOf(InvalidTariffException.class)
                .hasMessageStartingWith(message);
    }
}
