package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.balance.domain.Fact.LowBalanceReached;
import in.sampark.meter.tariff.domain.Charge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BookkeepingTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);

    private final PaperMeter meter = Books.meterOfAnyLoad(FIRST, LocalDate.of(2021, 12, 31));

    @Test
    void oneFallTellsOfTheLowestRungAndSilencesThoseAbove() {
        meter.recharge("r1", 100_000, noon(1));
        read(1, 160_000);

        assertThat(meter.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.rung()).isEqualTo(Rung.percentOfLastRecharge(10));
            assertThat(notice.availablePaise()).isEqualTo(100_000 - 88_500 - 733 - 4_462);
            assertThat(notice.at()).isEqualTo(midnight(1));
            assertThat(notice.causedBy()).isEqualTo("event-" + midnight(1));
        });
        read(2, 160_001);
        assertThat(meter.notices()).hasSize(1);
    }

    @Test
    void beforeTheFirstRechargeRungsInRupeesStandInForPercentages() {
        read(1, 160_000);
        read(2, 160_001);

        assertThat(meter.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.rung()).isEqualTo(Rung.paise(0));
            assertThat(notice.lastRechargePaise()).isNull();
        });
        assertThat(meter.account().crossed()).containsExactlyInAnyOrder(Rung.paise(10_000), Rung.paise(0));
    }

    @Test
    void rechargeRearmsOnlyWhatItLiftsTheBalanceAbove() {
        meter.recharge("r1", 100_000, noon(1));
        read(1, 300_000);
        meter.post(day(1));
        meter.recharge("r2", 100_000, noon(2));

        long available = Books.SHIPPED.availablePaise(meter.account(), noon(2));
        assertThat(available).isBetween(10_001L, 30_000L);
        assertThat(meter.account().crossed()).containsExactly(Rung.percentOfLastRecharge(30));
        assertThat(meter.notices()).hasSize(1);
    }

    @Test
    void postingAtMidnightChangesNothingAMidnightReadingHasNotShown() {
        meter.recharge("r1", 100_000, noon(1));
        read(1, 5_000);
        long shown = Books.SHIPPED.availablePaise(meter.account(), midnight(1));
        meter.post(day(1));

        assertThat(meter.account().posted().paise()).isEqualTo(shown);
        assertThat(Books.SHIPPED.availablePaise(meter.account(), midnight(1))).isEqualTo(shown);
    }

    @Test
    void aDayThatHasNotEndedCostsItsEnergyAndDutyButNoFixedCharge() {
        meter.recharge("r1", 100_000, noon(1));
        meter.read(new Register(noon(1), 2_000), noon(1));

        assertThat(Books.SHIPPED.availablePaise(meter.account(), noon(1))).isEqualTo(100_000 - 1_100 - 55);
    }

    @Test
    void missedDaysArePostedInOrderEachAtItsMidnight() {
        meter.recharge("r1", 2_000, noon(1));
        meter.post(day(3));

        assertThat(meter.ledger().stream().filter(entry -> entry.kind() == LedgerEntry.Kind.DAY_CHARGE))
                .extracting(LedgerEntry::at)
                .containsExactly(midnight(1), midnight(2), midnight(3));
        assertThat(meter.notices())
                .extracting(LowBalanceReached::at, LowBalanceReached::causedBy)
                .containsExactly(tuple(midnight(2), null), tuple(midnight(3), null));
    }

    @Test
    void daysAfterTheLastOfSupplyAreNotCharged() {
        PaperMeter ending = Books.meter(FIRST, day(2));
        ending.post(day(9));

        assertThat(ending.account().posted().through()).isEqualTo(day(2));
        assertThat(ending.account().chargeDue()).isNull();
        assertThat(Books.SHIPPED.availablePaise(ending.account(), midnight(9)))
                .isEqualTo(ending.account().posted().paise());
    }

    @Test
    void supplyThatBeginsWithinAMonthOwesNothingForTheDaysBefore() {
        PaperMeter late = Books.meter(LocalDate.of(2021, 6, 16), LocalDate.of(2021, 6, 30));
        late.post(LocalDate.of(2021, 6, 30));

        Charge sum = late.chargeByDay().values().stream().reduce(Charge.NONE, Charge::plus);
        assertThat(sum).isEqualTo(Books.charge(0, 11_000, 550));
    }

    @Test
    void lateReadingOfAPostedDayIsAdjustedDayByDay() {
        meter.recharge("r1", 100_000, noon(1));
        read(1, 100_000);
        meter.post(day(1));
        read(3, 200_000);
        meter.post(day(3));
        meter.read(new Register(midnight(2), 180_000), midnight(3));

        assertThat(meter.ledger().stream().filter(entry -> entry.kind() == LedgerEntry.Kind.ADJUSTMENT))
                .extracting(
                        LedgerEntry::day,
                        LedgerEntry::wh,
                        entry -> entry.charge().energyPaise(),
                        LedgerEntry::cause)
                .containsExactly(
                        tuple(day(2), 80_000L, 45_500L, midnight(2).toString()),
                        tuple(day(3), -80_000L, -45_500L, midnight(2).toString()));
        assertThat(meter.account().posted().month().wh()).isEqualTo(200_000);
    }

    @Test
    void aRechargePaidEarlierButHeardOfLaterIsNotTheLastOne() {
        meter.recharge("r2", 50_000, noon(2));
        meter.recharge("r1", 100_000, noon(1));

        assertThat(meter.account().lastRecharge()).isEqualTo(new LastRecharge("r2", 50_000, noon(2)));
        assertThat(meter.balancePaise()).isEqualTo(150_000);
    }

    @Test
    void aSumThatDoesNotFitIsNotWrapped() {
        meter.recharge("r1", 100_000, noon(1));

        assertThatThrownBy(() -> meter.recharge("r2", Long.MAX_VALUE, noon(2))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Books.charge(Long.MAX_VALUE, 1, 0).totalPaise())
                .isInstanceOf(ArithmeticException.class);
    }

    private void read(int day, long wh) {
        meter.read(new Register(midnight(day), wh), midnight(day));
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
