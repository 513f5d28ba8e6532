package in.sampark.meter.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.meter.Books;
import in.sampark.meter.tariff.domain.MonthToDate;
import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.tariff.domain.Tariffs;
import in.sampark.meter.yaml.InvalidFileException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TariffFileTest {

    private static final String VALID = """
            category: LMV-1
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
        Tariff tariff =
                TariffFile.read("up.yml", new StringReader(VALID)).tariffs().getFirst();

        assertThat(tariff.from()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(tariff.price(new MonthToDate(200_000, 30, 1, 30, 1_500)))
                .isEqualTo(Books.charge(82_500 + 32_500, 16_500, 6_575));
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
        assertFault("category: LMV-1", "category: ''", "up.yml line 1: category: empty (expected: a value)");
        assertFault("versions:", "versions: none\nother:", "up.yml line");
        assertFault("category:", "category: [", "up.yml line");
        assertFault(
                "5.50",
                "1e2147483640",
                "up.yml line 7: versions[0].energy[0].rupees-per-kwh: 1e2147483640 (expected: a number of at most 15 digits");
        assertFault(
                "5.50",
                "1000000.01",
                "up.yml line 7: versions[0].energy[0].rupees-per-kwh: 1000000.01 (expected: at most 1000000 rupees)");
        assertFault(
                "duty-percent: 5",
                "duty-percent: 1e-2147483640",
                "up.yml line 10: versions[0].duty-percent: 1e-2147483640 (expected: a number of at most 15 digits");
    }

    @Test
    void whatIsNoYamlNamesFileLineAndExpectation(@TempDir Path files) throws IOException {
        assertFault(
                "source: a",
                "source: a: b",
                "up.yml line 2: mapping values are not allowed here (expected: a tariff in YAML)");
        assertFault(
                "a tariff order", "a\u0007", "up.yml line 2: a character that YAML has not (expected: text in UTF-8)");
        assertFault("source:", "x: &x [1]\ny: " + "[".repeat(100), "up.yml: ");

        Files.write(files.resolve("up.yml"), VALID.getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> TariffFiles.read("file:" + files + "/*.yml"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("up.yml line 1: a character that YAML has not (expected: text in UTF-8)");
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
    void categoryAndTypeOfSupplyMakeTheCodeConnectionsCarry() {
        assertThat(read(VALID).code()).isEqualTo("LMV-1");
        assertThat(read(VALID.replace("source:", "supply-type: URBAN\nsource:")).code())
                .isEqualTo("LMV-1-URBAN");
    }

    @Test
    void versionsMustFollowEachOther() {
        String second = VALID.substring(VALID.indexOf("  - effective-from"));

        assertThatThrownBy(() -> read(VALID + second))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("up.yml line 11: versions[1].effective-from: 2026-04-01 (expected: after the one before)");
        assertThat(read(VALID + second.replace("2026", "2027")).tariffs())
                .extracting(Tariff::from)
                .containsExactly(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 4, 1));
    }

    @Test
    void everySurchargeHoldsFromItsDayOnInWhateverVersion() {
        String second = VALID.substring(VALID.indexOf("  - effective-from")).replace("2026", "2027");
        String surcharges = """
                fuel-surcharge:
                  on: [energy]
                  percents:
                    - {effective-from: 2026-03-01, percent: 1}
                    - {effective-from: 2026-06-10, percent: -2.5}
                    - {effective-from: 2027-05-01, percent: 0}
                """;

        assertThat(read(VALID + second + surcharges).tariffs())
                .extracting(
                        tariff -> tariff.from().toString(),
                        tariff -> tariff.price(new MonthToDate(100_000, 0, 1, 30, 1_000))
                                .surchargePaise())
                .containsExactly(
                        tuple("2026-04-01", 550L),
                        tuple("2026-06-10", -1_375L),
                        tuple("2027-04-01", -1_375L),
                        tuple("2027-05-01", 0L));
    }

    @Test
    void nothingMayBeTakenOffThatIsNotCharged() {
        assertFault(
                "rupees-per-kwh: 5.50",
                "rupees-per-kwh: 5.50\n        subsidy-rupees-per-kwh: 5.51",
                "up.yml line 8: versions[0].energy[0].subsidy-rupees-per-kwh: 5.51 (expected: at most the price, 5.50)");
        assertFault(
                "duty-percent: 5",
                "duty-percent: 5\n    free-kwh: 10\n    rebate-percent: 2\n    rebate-on: [energy]",
                "up.yml line 4: versions[0]: REBATE of energy takes off (expected: of energy-after-subsidy, so that");
        assertFault(
                "duty-percent: 5",
                "duty-percent: 5\n    rebate-percent: 101\n    rebate-on: [energy]",
                "up.yml line 11: versions[0].rebate-percent: 101 (expected: at most 100, with a credit by fuel surcharge)");
        assertFault(
                "versions:",
                "fuel-surcharge: {on: [energy], percents: [{effective-from: 2026-01-01, percent: -60}]}\nversions:",
                "    duty-percent: 5",
                "    duty-percent: 5\n    rebate-percent: 41\n    rebate-on: [energy]",
                "up.yml line 12: versions[0].rebate-percent: 41 (expected: at most 100, with a credit by fuel surcharge)");
        assertFault(
                "versions:",
                "fuel-surcharge: {on: [energy], percents: [{effective-from: 2026-01-01, percent: -1}]}\nversions:",
                "    duty-percent: 5",
                "    duty-percent: 5\n    rebate-paise-per-kwh: 25",
                "up.yml line 12: versions[0].rebate-paise-per-kwh: beside a fuel surcharge below 0 (expected: lower prices");
        assertFault(
                "versions:",
                "fuel-surcharge: {on: [energy], percents: [{effective-from: 2026-01-01, percent: -1}]}\nversions:",
                "    duty-percent: 5",
                "    duty-percent: 5\n    duty-on: [fixed, surcharge]",
                "up.yml line 12: versions[0].duty-on: (expected: with all that the fuel surcharge is on)");
    }

    @Test
    void whatContradictsItselfIsAFault() {
        String duty = "duty-percent: 5";
        assertFault(
                duty,
                duty + "\n    duty-on: [energy, load]",
                "up.yml line 11: versions[0].duty-on[1]: load"
                        + " (expected: one of [energy, energy-after-subsidy, fixed, surcharge])");
        assertFault(duty, duty + "\n    duty-on: []", "up.yml line 11: versions[0].duty-on: none (expected: some of");
        assertFault(
                duty,
                duty + "\n    duty-on: [fixed, fixed]",
                "up.yml line 11: versions[0].duty-on[1]: fixed twice (expected: once)");
        assertFault(
                duty,
                duty + "\n    duty-on: [energy, energy-after-subsidy]",
                "up.yml line 10: versions[0].duty-percent: DUTY: of");
        assertFault(
                duty,
                duty + "\n    part-month: half",
                "up.yml line 11: versions[0].part-month: half (expected: whole or by-days)");
        assertFault(
                duty,
                duty + "\n    free-waives-fixed: true",
                "up.yml line 11: versions[0].free-waives-fixed: true (expected: only with free-kwh)");
        assertFault(
                duty,
                duty + "\n    free-waives-fixed: perhaps",
                "up.yml line 11: versions[0].free-waives-fixed: perhaps (expected: true or false)");
        assertFault(
                "2026-04-01",
                "2026-04-02",
                duty,
                duty + "\n    free-kwh: 10\n    free-waives-fixed: true",
                "up.yml line 4: versions[0].effective-from: with free-waives-fixed (expected: the 1st of a month");
        assertFault(
                duty,
                duty + "\n    rebate-percent: 2\n    rebate-on: [energy]\n    rebate-paise-per-kwh: 25",
                "up.yml line 11: versions[0].rebate-percent: beside rebate-paise-per-kwh (expected: one of them)");
        assertFault(
                duty,
                duty + "\n    rebate-on: [energy]",
                "up.yml line 11: versions[0].rebate-on: (expected: only with rebate-percent)");
        assertFault(duty, duty + "\n    rebate-percent: 2", "up.yml line 4: versions[0]: no rebate-on (expected: one)");
        assertFault(
                "    fixed-rupees-per-kw: 110\n",
                "",
                "up.yml line 4: versions[0]: no fixed-rupees-per-kw or fixed-rupees-per-connection (expected: at least");
        assertFault("up-to-kwh: 150", "up-to-kwh: 1e99999", "up.yml line 6: versions[0].energy[0].up-to-kwh: 1e99999");
    }

    @Test
    void aCategoryIsInOneFileOnly(@TempDir Path files) throws IOException {
        Files.writeString(files.resolve("a.yml"), VALID);
        Files.writeString(files.resolve("b.yml"), VALID.replace("2026", "2027"));

        assertThatThrownBy(() -> TariffFiles.read("file:" + files + "/*.yml"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("b.yml line 1: category: LMV-1 (expected: in one file only, and it is in a.yml)");
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
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("tariff files: classpath:nowhere/*.yml (expected: readable files)");
    }

    private static void assertFault(String valid, String wrong, String message) {
        assertThatThrownBy(() -> read(VALID.replace(valid, wrong)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(message);
    }

    private static void assertFault(String first, String wrong, String second, String alsoWrong, String message) {
        assertThatThrownBy(() -> read(VALID.replace(first, wrong).replace(second, alsoWrong)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(message);
    }

    private static TariffFile read(String text) {
        return TariffFile.read("up.yml", new StringReader(text));
    }
}
