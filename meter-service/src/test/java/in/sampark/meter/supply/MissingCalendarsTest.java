package in.sampark.meter.supply;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.balance.domain.Midnight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-10-31, 0", "2026-11-01, 1", "2027-03-01, 1", "2027-12-01, 2"})
    void howManyYearsAreMissingIsMeasuredOfEachCompany(LocalDate today, double missing) {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        MissingCalendars.gauges(Rules.SHIPPED, Clock.fixed(Midnight.starting(today), ZoneId.of("Asia/Kolkata")))
                .bindTo(metrics);

        assertThat(metrics.get("sampark.supply.calendars.missing")
                        .tag("discom", "UPCL")
                        .gauge()
                        .value())
                .isEqualTo(missing);
    }
}
