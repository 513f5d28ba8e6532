package in.sampark.meter.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MissingCalendarsTest {

    private static final String NEXT_YEAR =
            "supply rules: no holidays of 2027 for [DVVNL, KESCo, MVVNL, NBPDCL, PVVNL, PuVVNL, SBPDCL, UPCL], nobody is cut off in that year";

    @Test
    void aYearThatIsMissingIsSaidTwoMonthsAhead() {
        assertThat(MissingCalendars.on(LocalDate.of(2026, 10, 31), Rules.SHIPPED))
                .isEmpty();
        assertThat(MissingCalendars.on(LocalDate.of(2026, 11, 1), Rules.SHIPPED))
                .containsExactly(NEXT_YEAR);
        assertThat(MissingCalendars.on(LocalDate.of(2027, 3, 1), Rules.SHIPPED)).containsExactly(NEXT_YEAR);
    }
}
