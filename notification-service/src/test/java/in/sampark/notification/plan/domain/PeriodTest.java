package in.sampark.notification.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate END_OF_OCTOBER = LocalDate.of(2026, 10, 31);

    @Test
    void aDayHasEndedWhenItIsPosted() {
        assertThat(Period.DAILY.ended(END_OF_OCTOBER)).contains(END_OF_OCTOBER);
    }

    @Test
    void aMonthHasEndedWhenItsLastDayIsPosted() {
        assertThat(Period.MONTHLY.ended(END_OF_OCTOBER)).contains(END_OF_OCTOBER);
        assertThat(Period.MONTHLY.ended(END_OF_OCTOBER.plusDays(3))).contains(END_OF_OCTOBER);
    }

    @Test
    void aMonthThatEndedLongAgoIsNotTold() {
        assertThat(Period.MONTHLY.ended(END_OF_OCTOBER.minusDays(1))).isEmpty();
        assertThat(Period.MONTHLY.ended(END_OF_OCTOBER.plusDays(4))).isEmpty();
    }
}
