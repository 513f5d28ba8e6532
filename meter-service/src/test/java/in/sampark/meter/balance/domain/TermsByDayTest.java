package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.tariff.domain.Charge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A connection of 2 kW that uses 10 kWh a day in June 2021: 5,500 for energy, 733 or 734 fixed, 5 % duty. */
class TermsByDayTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);

    private final PaperMeter meter = Books.meter(FIRST, LocalDate.of(2021, 12, 31));

    @Test
    void postpaidDaysArePostedWithTheirEnergyAndCostNothing() {
        meter.recharge("r1", 100_000, noon(1));
        use(1, 3);
        declare(4, "LMV-1-URBAN", BillingMode.POSTPAID, null);
        use(4, 6);

        assertThat(meter.chargeByDay().get(day(3))).isNotEqualTo(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(4)).values()).containsOnly(Charge.NONE);
        assertThat(meter.whByDay().values()).containsOnly(10_000L).hasSize(6);
        assertThat(meter.account().posted().paise()).isEqualTo(100_000 - sum(1, 3));
        assertThat(meter.facts()).anyMatch(Fact.TermsChanged.class::isInstance);
    }

    @Test
    void nobodyIsToldOfALowBalanceWhilePostpaidAndAllRungsAreArmedOnReturn() {
        meter.recharge("r1", 18_000, noon(1));
        use(1, 2);
        assertThat(meter.notices()).extracting(Fact.LowBalanceReached::rung).containsExactly(percent(30));
        declare(3, "LMV-1-URBAN", BillingMode.POSTPAID, null);
        use(3, 5);
        assertThat(meter.notices()).hasSize(1);
        declare(6, "LMV-1-URBAN", BillingMode.PREPAID, null);

        assertThat(meter.notices()).extracting(Fact.LowBalanceReached::rung).containsExactly(percent(30), percent(30));
    }

    @Test
    void onReturnTheMonthBeginsAnewSoThatNoDayIsChargedTwice() {
        use(1, 9);
        declare(10, "LMV-1-URBAN", BillingMode.POSTPAID, null);
        use(10, 19);
        declare(20, "LMV-1-URBAN", BillingMode.PREPAID, null);
        use(20, 30);

        // 110 kWh since the 20th, all at 5.50; fixed charge of 11 days of 30: 220.00 × 11 ÷ 30 = 80.67
        Charge since = meter.chargeByDay().tailMap(day(20)).values().stream().reduce(Charge.NONE, Charge::plus);
        assertThat(since.energyPaise()).isEqualTo(60_500);
        assertThat(since.fixedPaise()).isEqualTo(8_067);
        assertThat(since.dutyPaise()).isBetween(3_427L, 3_429L);
        assertThat(meter.account().posted().month().wh()).isEqualTo(110_000);
    }

    @Test
    void aSwitchDatedBackGivesBackWhatWasChargedSince() {
        meter.recharge("r1", 100_000, noon(1));
        use(1, 9);
        declare(10, "LMV-1-URBAN", BillingMode.POSTPAID, day(4));

        assertThat(meter.refusals()).isEmpty();
        assertThat(meter.chargeByDay().tailMap(day(4)).values()).containsOnly(Charge.NONE);
        assertThat(meter.account().posted().paise()).isEqualTo(100_000 - sum(1, 3));
        assertThat(meter.ledger())
                .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.ADJUSTMENT)
                .hasSize(6)
                .allMatch(entry -> entry.wh() == 0 && entry.cause().equals("terms of " + day(10)));
    }

    @Test
    void aSwitchBackDatedBackChargesTheDaysSince() {
        declare(1, "LMV-1-URBAN", BillingMode.POSTPAID, null);
        use(1, 9);
        declare(10, "LMV-1-URBAN", BillingMode.PREPAID, day(4));

        PaperMeter inTime = Books.meter(day(4), LocalDate.of(2021, 12, 31));
        for (int n = 4; n <= 9; n++) {
            inTime.read(new Register(Midnight.ending(day(n)), (n - 3) * 10_000L), Midnight.ending(day(n)));
            inTime.post(day(n));
        }
        assertThat(meter.chargeByDay().tailMap(day(4))).isEqualTo(inTime.chargeByDay());
        assertThat(meter.account().posted().month().wh()).isEqualTo(60_000);
    }

    @Test
    void aSwitchThatBeganLaterThanBelievedIsPutRightTheOtherWay() {
        use(1, 3);
        declare(4, "LMV-1-URBAN", BillingMode.POSTPAID, null);
        use(4, 9);
        declare(10, "LMV-1-URBAN", BillingMode.POSTPAID, day(7));

        PaperMeter always = Books.meter(FIRST, LocalDate.of(2021, 12, 31));
        use(always, 1, 6);
        assertThat(meter.chargeByDay().headMap(day(7))).isEqualTo(always.chargeByDay());
        assertThat(meter.chargeByDay().tailMap(day(7)).values()).containsOnly(Charge.NONE);
    }

    @Test
    void aSwitchToComeIsKeptUntilItsDay() {
        use(1, 1);
        declare(2, "LMV-1-URBAN", BillingMode.POSTPAID, day(4));
        assertThat(meter.account().terms().mode()).isEqualTo(BillingMode.PREPAID);
        assertThat(Books.SHIPPED.availablePaise(meter.account(), Midnight.ending(day(5))))
                .isEqualTo(meter.account().posted().paise() - 1_540);
        use(2, 5);

        assertThat(meter.account().terms().mode()).isEqualTo(BillingMode.POSTPAID);
        assertThat(meter.chargeByDay().headMap(day(4)).values()).doesNotContain(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(4)).values()).containsOnly(Charge.NONE);
    }

    @Test
    void aSwitchFurtherBackThanTheWindowIsRefusedWhenItWouldChangePostedDays() {
        use(1, 9);
        meter.declare(declaration(10, "LMV-1-URBAN", BillingMode.POSTPAID, day(4)), noon(10).plus(Duration.ofDays(40)));

        assertThat(meter.refusals())
                .containsExactly("terms from: 2021-06-04, a day posted before (expected: at least 2021-06-15)");
        assertThat(meter.account().terms().mode()).isEqualTo(BillingMode.PREPAID);
    }

    @Test
    void aLateReadingPricesDaysByTheTermsTheyHad() {
        use(1, 3);
        declare(4, "LMV-1-RURAL", BillingMode.PREPAID, null);
        use(4, 6);
        meter.read(new Register(Midnight.ending(day(2)).minus(Duration.ofHours(12)), 11_000), noon(7));

        // the second's energy moves by nothing; noon of the second splits its own day
        assertThat(meter.whByDay().values()).containsOnly(10_000L);
        PaperMeter urban = Books.meter(FIRST, LocalDate.of(2021, 12, 31));
        use(urban, 1, 3);
        assertThat(meter.chargeByDay().headMap(day(4))).isEqualTo(urban.chargeByDay());
        assertThat(meter.chargeByDay().get(day(4)).energyPaise()).isEqualTo(3_350);
    }

    @Test
    void energyThatMovesBetweenDaysOfDifferentTermsIsPricedByEach() {
        meter.read(new Register(Midnight.ending(day(1)), 10_000), Midnight.ending(day(1)));
        meter.post(day(3));
        declare(4, "LMV-1-RURAL", BillingMode.PREPAID, null);
        meter.read(new Register(Midnight.ending(day(4)), 40_000), Midnight.ending(day(4)));
        meter.post(day(4));
        meter.read(new Register(Midnight.ending(day(3)), 30_000), noon(5));

        assertThat(meter.chargeByDay().get(day(3)).energyPaise()).isEqualTo(11_000);
        assertThat(meter.chargeByDay().get(day(4)).energyPaise()).isEqualTo(3_350);
    }

    @Test
    void anEarlierEndOfSupplyGivesBackWhatWasChargedAfterIt() {
        use(1, 5);
        Declaration closed = new Declaration(
                "DVVNL:7010000001",
                "DVVNL",
                "LMV-1-URBAN",
                2_000,
                BillingMode.PREPAID,
                null,
                FIRST,
                true,
                day(3),
                day(6),
                "terms of " + day(6),
                null);
        meter.declare(closed, noon(6));

        assertThat(meter.account().posted().paise()).isEqualTo(-sum(1, 3));
        assertThat(meter.account().chargeDue()).isNull();
    }

    private void use(int first, int last) {
        use(meter, first, last);
    }

    private static void use(PaperMeter meter, int first, int last) {
        for (int n = first; n <= last; n++) {
            meter.read(new Register(Midnight.ending(day(n)), n * 10_000L), Midnight.ending(day(n)));
            meter.post(day(n));
        }
    }

    private void declare(int on, String category, BillingMode mode, @Nullable LocalDate modeFrom) {
        meter.declare(declaration(on, category, mode, modeFrom), noon(on));
    }

    private static Declaration declaration(int on, String category, BillingMode mode, @Nullable LocalDate modeFrom) {
        return new Declaration(
                "DVVNL:7010000001",
                "DVVNL",
                category,
                2_000,
                mode,
                modeFrom,
                FIRST,
                true,
                LocalDate.of(2021, 12, 31),
                day(on),
                "terms of " + day(on),
                null);
    }

    /** What the days cost under one prepaid urban plan from the first of June on. */
    private static long sum(int first, int last) {
        PaperMeter meter = Books.meter(FIRST, LocalDate.of(2021, 12, 31));
        use(meter, 1, last);
        return meter.chargeByDay().tailMap(day(first)).values().stream()
                .mapToLong(Charge::totalPaise)
                .sum();
    }

    private static Rung percent(long value) {
        return Rung.percentOfLastRecharge(value);
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1L);
    }

    private static Instant noon(int day) {
        return Midnight.starting(day(day)).plus(Duration.ofHours(12));
    }
}
