package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.Fact.LowBalanceReached;
import in.sampark.meter.reading.domain.Moment;
import in.sampark.meter.reading.domain.Quality;
import in.sampark.meter.reading.domain.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Nobody is cut off without proof that they were told in this debt, so whoever comes into one has to be told. */
class LadderAtNothingTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);
    private static final Rung NOTHING = Rung.percentOfLastRecharge(0);

    private final PaperMeter meter = Books.meterOfAnyLoad(FIRST, LocalDate.of(2021, 12, 31));

    @Test
    void aDebtThatBeginsAfterACorrectionEndedTheOneBeforeIsToldOf() {
        meter.recharge("r1", 10_000, noon(1));
        estimated(1, 30_000);
        meter.post(day(1));
        assertThat(available(1)).isNegative();
        measured(1, 10_000);
        assertThat(available(1)).isBetween(3_001L, 9_999L);

        measured(2, 35_000);
        assertThat(available(2)).isNegative();
        assertThat(meter.notices())
                .extracting(LowBalanceReached::rung)
                .as("what lies above nothing is not told of again")
                .containsExactly(NOTHING, NOTHING);
        assertThat(meter.notices().getLast().availablePaise()).isEqualTo(available(2));
    }

    @Test
    void whatACorrectionLiftsTheBalanceAboveStaysSilentAsLongAsSomethingIsLeft() {
        meter.recharge("r1", 10_000, noon(1));
        estimated(1, 30_000);
        meter.post(day(1));
        measured(1, 10_000);

        meter.read(new Register(noon(2), 12_000), noon(2));
        assertThat(Books.SHIPPED.availablePaise(meter.account(), noon(2))).isBetween(1L, 3_000L);
        assertThat(meter.notices()).hasSize(1);
    }

    @Test
    void aCorrectionOfADayThatIsNotPostedEndsNoDebtAndTellsNothingAgain() {
        meter.recharge("r1", 10_000, noon(1));
        estimated(1, 30_000);
        measured(1, 10_000);
        assertThat(available(1)).isPositive();

        measured(2, 35_000);
        assertThat(available(2)).isNegative();
        assertThat(meter.notices()).hasSize(1);
    }

    @Test
    void whoPaysExactlyWhatIsOwedIsToldOfTheNextDebt() {
        meter.recharge("r1", 10_000, noon(1));
        measured(1, 30_000);
        meter.post(day(1));
        meter.recharge("r2", -available(1), noon(2));
        assertThat(available(1)).isZero();

        measured(2, 31_000);
        assertThat(meter.notices()).extracting(LowBalanceReached::rung).containsExactly(NOTHING, NOTHING);
    }

    @Test
    void aFirstRechargeThatEndsNoDebtTellsNobodyAgain() {
        measured(1, 30_000);
        meter.post(day(1));
        meter.recharge("r1", 1_000, noon(2));
        assertThat(available(1)).isNegative();
        measured(2, 30_500);
        assertThat(meter.notices()).extracting(LowBalanceReached::rung).containsExactly(Rung.paise(0));

        meter.recharge("r2", 30_000, noon(3));
        measured(3, 230_000);
        assertThat(available(3)).isNegative();
        assertThat(meter.notices()).extracting(LowBalanceReached::rung).containsExactly(Rung.paise(0), NOTHING);
    }

    private long available(int day) {
        return Books.SHIPPED.availablePaise(meter.account(), midnight(day));
    }

    private void estimated(int day, long wh) {
        meter.read(
                Reading.sent(new Register(midnight(day), wh), Moment.REGULAR, Quality.ESTIMATED),
                midnight(day).plusSeconds(60));
    }

    private void measured(int day, long wh) {
        meter.read(new Register(midnight(day), wh), midnight(day).plusSeconds(120));
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1L);
    }

    private static Instant midnight(int day) {
        return Midnight.ending(day(day));
    }

    private static Instant noon(int day) {
        return Midnight.starting(day(day)).plus(Duration.ofHours(12));
    }
}
