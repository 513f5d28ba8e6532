package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    @Test
    void aConnectionThatComesNewIsChargedFromItsFirstDayOfSupply() {
        Timeline opened = declaration(BillingMode.PREPAID, null, FIRST).opened(FIRST.minusDays(35));

        assertThat(opened).isEqualTo(Timeline.of(FIRST, "HOME", 1_000, BillingMode.PREPAID));
    }

    @Test
    void aConnectionThatComesNewIsNotChargedForYearsNobodyHasBookedHere() {
        LocalDate earliest = FIRST.plusDays(400);
        Timeline opened = declaration(BillingMode.PREPAID, null, FIRST).opened(earliest);

        assertThat(opened.first()).isEqualTo(earliest);
    }

    @Test
    void daysBeforeItPaidAsItDoesAreCarriedOver() {
        Timeline opened = declaration(BillingMode.PREPAID, day(10), FIRST).opened(FIRST.minusDays(35));

        assertThat(opened.on(day(9)).mode()).isEqualTo(BillingMode.CARRIED_OVER);
        assertThat(opened.on(day(10))).isEqualTo(new Plan("HOME", 1_000, BillingMode.PREPAID, day(10)));
        assertThat(opened.first()).isEqualTo(FIRST);
    }

    @Test
    void theLatestWordOverridesWhatWasSaidOfLaterDays() {
        Timeline timeline = prepaid().paying(day(20), BillingMode.POSTPAID).paying(day(10), BillingMode.POSTPAID);

        assertThat(timeline).isEqualTo(prepaid().paying(day(10), BillingMode.POSTPAID));
        assertThat(timeline.paying(day(1), BillingMode.PREPAID)).isEqualTo(prepaid());
    }

    @Test
    void aCategoryChangesNoModeAndAModeNoCategory() {
        Timeline timeline = prepaid().supplying(day(10), "SHOP", 3_000).paying(day(5), BillingMode.POSTPAID);

        assertThat(timeline.on(day(9))).isEqualTo(new Plan("HOME", 1_000, BillingMode.POSTPAID, day(5)));
        assertThat(timeline.on(day(10))).isEqualTo(new Plan("SHOP", 3_000, BillingMode.POSTPAID, day(5)));
    }

    @Test
    void theFirstDayThatDiffersIsFound() {
        Timeline changed = prepaid().supplying(day(10), "SHOP", 3_000);

        assertThat(changed.differsFrom(prepaid())).contains(day(10));
        assertThat(changed.differsFrom(changed)).isEmpty();
        assertThat(prepaid().payingSince(day(5)).differsFrom(prepaid())).isEmpty();
    }

    @Test
    void whatIsCarriedOverBeginsTheMonthAnew() {
        Timeline timeline = prepaid().supplying(day(3), "SHOP", 3_000).carriedOverUntil(day(10));

        assertThat(timeline.on(day(1)).mode()).isEqualTo(BillingMode.CARRIED_OVER);
        assertThat(timeline.on(day(3)).mode()).isEqualTo(BillingMode.CARRIED_OVER);
        assertThat(timeline.on(day(10))).isEqualTo(new Plan("SHOP", 3_000, BillingMode.PREPAID, day(10)));
    }

    private static Timeline prepaid() {
        return Timeline.of(FIRST, "HOME", 1_000, BillingMode.PREPAID);
    }

    private static Declaration declaration(BillingMode mode, @Nullable LocalDate modeFrom, LocalDate supplyFrom) {
        return new Declaration(
                "D:1", "D", "HOME", 1_000, mode, modeFrom, supplyFrom, true, null, supplyFrom, "terms 1", null);
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1L);
    }
}
