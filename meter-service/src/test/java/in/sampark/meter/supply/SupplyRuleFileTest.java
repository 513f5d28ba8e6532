package in.sampark.meter.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.meter.supply.domain.SupplyRules;
import in.sampark.meter.yaml.InvalidFileException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplyRuleFileTest {

    private static final String VALID = """
            discoms: [DVVNL]
            source: an order
            no-cut:
              hours:
                - from: 18:00
                  to: 08:00
              weekdays: [SUNDAY]
              second-saturdays: true
              holidays:
                - year: 2026
                  days: [2026-01-26]
            patience:
              emergency-credit-days: 3
              hours-after-notice: 24
              unpaid:
                - categories: [LMV-1-URBAN]
                  load-up-to-kw: 2
                  days: 30
            reconnection:
              balance: positive
              parts:
                - percent-of-dues: 50
                  grace-days: 3
                - percent-of-dues: 75
                  grace-days: 7
              within-minutes: 15
            """;

    @Test
    void whatAFileLeavesOutDoesNotHold() {
        SupplyRules rules = SupplyRuleFile.read("x.yml", new StringReader("""
                        discoms: [X]
                        source: an order
                        no-cut: {second-saturdays: false}
                        patience: {emergency-credit-days: 0, hours-after-notice: 0}
                        reconnection: {balance: nothing-owed, within-minutes: 60}
                        """)).rules();

        assertThat(rules.cutHours().closed()).isEmpty();
        assertThat(rules.patience().unpaid()).isEmpty();
        assertThat(rules.reconnection().parts()).isEmpty();
        assertThat(rules.reconnection().positive()).isFalse();
        assertThat(rules.reconnection().within()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void faultsNameFileLineValueAndExpectation() {
        assertFault("18:00", "6 pm", "up.yml line 5: no-cut.hours[0].from: 6 pm (expected: a time of day, e.g. 18:00)");
        assertFault("to: 08:00", "to: 18:00", "up.yml line 5: no-cut.hours[0]: hours: 18:00 to 18:00 (expected: two");
        assertFault("SUNDAY", "Sunday", "up.yml line 7: no-cut.weekdays[0]: Sunday (expected: one of [MONDAY,");
        assertFault("second-saturdays: true", "second-saturdays: yes", "up.yml line 8: no-cut.second-saturdays: yes");
        assertFault("year: 2026", "year: 26", "up.yml line 10: no-cut.holidays[0].year: 26 (expected: a whole number");
        assertFault(
                "[2026-01-26]",
                "[2027-01-26]",
                "up.yml line 11: no-cut.holidays[0].days[0]: 2027-01-26 (expected: a day of 2026)");
        assertFault(
                "[2026-01-26]",
                "[2026-01-26, 2026-01-26]",
                "up.yml line 11: no-cut.holidays[0].days[1]: 2026-01-26 (expected: every day once)");
        assertFault("[2026-01-26]", "[]", "up.yml line 11: no-cut.holidays[0].days: none (expected: the holidays of");
        assertFault(
                "credit-days: 3",
                "credit-days: 2.5",
                "up.yml line 13: patience.emergency-credit-days: 2.5 (expected: a whole number from 0 to 365)");
        assertFault("load-up-to-kw: 2", "load-up-to-kw: 0", "up.yml line 17: patience.unpaid[0].load-up-to-kw: 0");
        assertFault(
                "balance: positive", "balance: 0", "up.yml line 20: reconnection.balance: 0 (expected: positive or");
        assertFault(
                "dues: 75",
                "dues: 50",
                "up.yml line 24: reconnection.parts[1].percent-of-dues: 50 (expected: above the one before)");
        assertFault(
                "grace-days: 7",
                "grace-days: 3",
                "up.yml line 25: reconnection.parts[1].grace-days: 3 (expected: longer than for the part before)");
        assertFault("within-minutes: 15", "within-minutes: 0", "up.yml line 26: reconnection.within-minutes: 0");
        assertFault(
                "weekdays:", "week-days:", "up.yml line 7: no-cut.week-days: unknown key (expected: one of [holidays,");
        assertFault("discoms: [DVVNL]", "discoms: []", "up.yml line 1: discoms: none (expected: at least one)");
        assertFault("source: an order\n", "", "up.yml line 1: no source (expected: one)");
    }

    @Test
    void aYearThatIsThereTwiceIsAFault() {
        assertFault(
                "    - year: 2026\n      days: [2026-01-26]\n",
                "    - year: 2026\n      days: [2026-01-26]\n    - year: 2026\n      days: [2026-08-15]\n",
                "up.yml line 12: no-cut.holidays[1].year: 2026 twice (expected: once)");
    }

    @Test
    void aCompanyHasOneSetOfRules(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yml"), VALID);
        Files.writeString(folder.resolve("b.yml"), VALID);

        assertThatThrownBy(() -> SupplyRuleFiles.read("file:" + folder + "/*.yml"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageMatching(
                        "[ab]\\.yml line 1: discoms\\[0]: DVVNL \\(expected: once, and it is in [ab]\\.yml\\)");
    }

    @Test
    void aPlaceWithoutFilesIsAFault(@TempDir Path folder) {
        assertThatThrownBy(() -> SupplyRuleFiles.read("file:" + folder + "/*.yml"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("supply rules: none at file:");
    }

    private static void assertFault(String valid, String wrong, String expected) {
        assertThat(VALID).contains(valid);
        String text = VALID.replace(valid, wrong);
        assertThatThrownBy(() -> SupplyRuleFile.read("up.yml", new StringReader(text)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(expected);
    }
}
