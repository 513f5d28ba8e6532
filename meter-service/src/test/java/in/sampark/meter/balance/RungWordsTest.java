package in.sampark.meter.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.meter.balance.domain.Rung;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungWordsTest {

    @Test
    void rungsAreReadAsPeopleWriteThem() {
        assertThat(RungWords.rungs(List.of("30%", "0 %", "7 days", "1 day", "Rs 100", "₹99.50", " Rs 0")))
                .containsExactly(
                        Rung.percentOfLastRecharge(30),
                        Rung.percentOfLastRecharge(0),
                        Rung.daysLeft(7),
                        Rung.daysLeft(1),
                        Rung.paise(10_000),
                        Rung.paise(9_950),
                        Rung.paise(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "101%", "-1 days", "Rs 1.005", "100 Rs", "367 days", ""})
    void anythingElseIsRefusedWithAnExample(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RungWords.rung(words))
                .withMessageContaining("expected: ");
    }
}
