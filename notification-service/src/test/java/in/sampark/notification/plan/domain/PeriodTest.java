package in.sampark.notification.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate END_OF_OCTOBER = LocalDate.of(2026, 10, 31);

    @Test
    void aDayHasEndedWhenItIsPosted() {
        assertThat(Period.DAILY.ended(END_OF_OCTOBER)).isEqualTo(END_OF_OCTOBER);
        assertThat(Period.DAILY.late(END_OF_OCTOBER, END_OF_OCTOBER)).isFalse();
    }

    @Test
    void aMonthHasEndedWhenItsLastDayIsPosted() {
        assertThat(Period.MONTHLY.ended(END_OF_OCTOBER.minusDays(1))).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(Period.MONTHLY.ended(END_OF_OCTOBER)).isEqualTo(END_OF_OCTOBER);
        assertThat(Period.MONTHLY.ended(END_OF_OCTOBER.plusDays(29))).isEqualTo(END_OF_OCTOBER);
    }

    @Test
    void aMonthIsLateWhenDaysArePostedLongAfterItsLast() {
        assertThat(Period.MONTHLY.late(END_OF_OCTOBER, END_OF_OCTOBER.plusDays(3)))
                .isFalse();
        assertThat(Period.MONTHLY.late(END_OF_OCTOBER, END_OF_OCTOBER.plusDays(4)))
                .isTrue();
    }
}
