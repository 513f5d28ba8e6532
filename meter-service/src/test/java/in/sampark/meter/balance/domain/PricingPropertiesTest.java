package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthBehind;
import in.sampark.meter.tariff.domain.MonthToDate;
import in.sampark.meter.tariff.domain.PartMonth;
import in.sampark.meter.tariff.domain.Slab;
import in.sampark.meter.tariff.domain.Slabs;
import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.tariff.domain.Tariffs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for the days of a month under whatever tariff. */
class PricingPropertiesTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    /**
     * A month's use, day by day.
     *
     * @param supplyFrom first day with supply; no use before it
     */
    record Use(LocalDate supplyFrom, long loadW, List<Long> wh) {

        LocalDate end() {
            return YearMonth.from(supplyFrom).atEndOfMonth();
        }

        long sumWh() {
            return wh.stream().mapToLong(Long::longValue).sum();
        }

        Use inAnotherOrder(long seed) {
            List<Long> shuffled = new ArrayList<>(wh);
            Collections.shuffle(shuffled, new Random(seed));
            return new Use(supplyFrom, loadW, shuffled);
        }
    }

    @Property
    void daysOneByOneCostWhatTheMonthCostsAtOnce(@ForAll("tariffs") AnyTariff any, @ForAll("months") Use use) {
        Tariff tariff = tariff(any, LONG_AGO);
        int daysBefore = use.supplyFrom().getDayOfMonth() - 1;
        Charge atOnce = tariff.price(month(use, use.end().getDayOfMonth(), use.sumWh()))
                .minus(tariff.price(month(use, daysBefore, 0)));

        assertThat(sum(days(use, tariff))).isEqualTo(atOnce);
    }

    @Property
    void energyCostsWhatItsUnitsCostOneByOne(@ForAll("tariffs") AnyTariff any, @ForAll("months") Use use) {
        long energy = sum(days(use, tariff(any, LONG_AGO))).energyPaise();

        assertThat(energy).isEqualTo(rounded(unitByUnit(any.full(), use, 0, use.sumWh())));
    }

    @Property
    void theOrderOfDaysDoesNotMatter(
            @ForAll("tariffs") AnyTariff any, @ForAll("months") Use use, @ForAll long anyOrder) {
        Tariff tariff = tariff(any, LONG_AGO);

        assertThat(sum(days(use.inAnotherOrder(anyOrder), tariff))).isEqualTo(sum(days(use, tariff)));
    }

    @Property
    void everyUnitIsInExactlyOneSlab(@ForAll("tariffs") AnyTariff any, @ForAll("months") Use use) {
        List<Slabs.Part> parts = any.full().parts(month(use, use.end().getDayOfMonth(), use.sumWh()));

        assertThat(parts.stream().mapToLong(Slabs.Part::wh).sum()).isEqualTo(use.sumWh());
        assertThat(parts).extracting(Slabs.Part::slab).doesNotHaveDuplicates();
        assertThat(parts).allSatisfy(part -> assertThat(part.wh()).isPositive());
    }

    @Property
    void noDayCostsLessThanNothing(@ForAll("tariffs") AnyTariff any, @ForAll("months") Use use) {
        assertThat(days(use, tariff(any, LONG_AGO)))
                .allSatisfy(day -> assertThat(day.totalPaise()).isNotNegative())
                .allSatisfy(day -> assertThat(day.energyPaise()).isNotNegative())
                .allSatisfy(day ->
                        assertThat(day.subsidyPaise() + day.energyPaise()).isNotNegative());
    }

    @Property
    void aTariffThatChangesWithinTheMonthPricesEachUnitOnce(
            @ForAll("tariffs") AnyTariff old,
            @ForAll("tariffs") AnyTariff young,
            @ForAll("months") Use use,
            @ForAll @IntRange(min = 1, max = 31) int changingOn) {
        LocalDate change =
                use.supplyFrom().withDayOfMonth(Math.min(changingOn, use.end().getDayOfMonth()));
        List<Charge> days = days(use, tariff(old, LONG_AGO), tariff(young, change));

        int daysBefore = Math.max(0, change.getDayOfMonth() - use.supplyFrom().getDayOfMonth());
        long whBefore =
                use.wh().stream().limit(daysBefore).mapToLong(Long::longValue).sum();
        BigDecimal paise =
                unitByUnit(old.full(), use, 0, whBefore).add(unitByUnit(young.full(), use, whBefore, use.sumWh()));
        // rounded are the old tariff's month up to the change, and the new one's up to the change and to the end
        assertThat(BigDecimal.valueOf(sum(days).energyPaise())).isCloseTo(paise, within(new BigDecimal("1.5")));
        assertThat(days).allSatisfy(day -> assertThat(day.energyPaise()).isNotNegative());
    }

    @Provide
    Arbitrary<AnyTariff> tariffs() {
        return AnyTariff.any();
    }

    @Provide
    Arbitrary<Use> months() {
        Arbitrary<LocalDate> supplyFrom = Arbitraries.integers()
                .between(0, 364)
                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day))
                .flatMap(day -> Arbitraries.of(day, day.withDayOfMonth(1)));
        Arbitrary<Long> load = Arbitraries.longs().between(1, 20_000);
        Arbitrary<Long> wh = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5), Arbitraries.longs().between(0, 40_000), Arbitraries.just(0L));
        return Combinators.combine(supplyFrom, load)
                .flatAs((from, loadW) -> wh.list()
                        .ofSize(from.lengthOfMonth() - from.getDayOfMonth() + 1)
                        .map(days -> new Use(from, loadW, days)));
    }

    private static Tariff tariff(AnyTariff any, LocalDate from) {
        return new Tariff("ANY", from, any.rules());
    }

    private static List<Charge> days(Use use, Tariff... tariffs) {
        Pricing pricing = new Pricing(new Tariffs(List.of(tariffs)));
        Plan plan = new Plan("ANY", use.loadW(), BillingMode.PREPAID, use.supplyFrom());
        List<Charge> charges = new ArrayList<>();
        MonthBehind month = MonthBehind.NOTHING;
        for (int i = 0; i < use.wh().size(); i++) {
            Priced day = pricing.ofDay(
                    plan, use.supplyFrom().plusDays(i), month, use.wh().get(i));
            charges.add(day.charge());
            month = day.month();
        }
        return charges;
    }

    private static Charge sum(List<Charge> charges) {
        return charges.stream().reduce(Charge.NONE, Charge::plus);
    }

    private static MonthToDate month(Use use, int days, long wh) {
        return MonthToDate.of(use.end(), use.supplyFrom(), days, wh, use.loadW());
    }

    /** Paise of the month's watt-hours from one to another, each looked up by itself. */
    private static BigDecimal unitByUnit(Slabs slabs, Use use, long from, long to) {
        BigDecimal paise = BigDecimal.ZERO;
        long wh = from;
        while (wh < to) {
            Slab slab = slabOf(slabs, use, wh);
            long step = Math.min(to, end(slabs, slab, use)) - wh;
            paise = paise.add(slab.paisePerKwh().multiply(BigDecimal.valueOf(step, 3)));
            wh += step;
        }
        return paise;
    }

    private static Slab slabOf(Slabs slabs, Use use, long wh) {
        return slabs.slabs().stream()
                .filter(slab -> wh < end(slabs, slab, use))
                .findFirst()
                .orElseThrow();
    }

    private static long end(Slabs slabs, Slab slab, Use use) {
        if (slab.upToWh() == Slab.NO_END || slabs.partMonth() == PartMonth.WHOLE) return slab.upToWh();
        BigDecimal days = BigDecimal.valueOf(use.wh().size());
        return BigDecimal.valueOf(slab.upToWh())
                .multiply(days)
                .divide(BigDecimal.valueOf(use.end().getDayOfMonth()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long rounded(BigDecimal paise) {
        return paise.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
