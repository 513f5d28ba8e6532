package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.CheaperEnergy;
import in.sampark.meter.tariff.domain.Component;
import in.sampark.meter.tariff.domain.FixedCharge;
import in.sampark.meter.tariff.domain.FixedWaiver;
import in.sampark.meter.tariff.domain.Minimum;
import in.sampark.meter.tariff.domain.MonthlyAmount;
import in.sampark.meter.tariff.domain.PartMonth;
import in.sampark.meter.tariff.domain.PercentOf;
import in.sampark.meter.tariff.domain.Percentage;
import in.sampark.meter.tariff.domain.Percentages;
import in.sampark.meter.tariff.domain.Rule;
import in.sampark.meter.tariff.domain.Slab;
import in.sampark.meter.tariff.domain.SlabEnergy;
import in.sampark.meter.tariff.domain.Slabs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * The rules of a tariff of any kind, with its prices beside them for whoever reckons in another way.
 *
 * @param full prices before subsidy
 * @param rules in the order of a tariff file
 */
record AnyTariff(Slabs full, List<Rule> rules) {

    private record Energy(Slabs full, Slabs left, long freeWh) {}

    private record Money(
            MonthlyAmount fixed,
            MonthlyAmount minimum,
            int surchargePermille,
            int rebatePermille,
            int unitRebate,
            int duty,
            boolean waives) {}

    static Arbitrary<AnyTariff> any() {
        return Combinators.combine(energy(), money()).as(AnyTariff::of);
    }

    private static AnyTariff of(Energy energy, Money money) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new SlabEnergy(energy.full()));
        rules.add(new CheaperEnergy(Component.SUBSIDY, energy.full(), energy.left()));
        boolean byUnit = money.unitRebate() > 0 && money.surchargePermille() >= 0;
        if (byUnit) {
            Slabs cheaper = energy.left().less(BigDecimal.valueOf(money.unitRebate()));
            rules.add(new CheaperEnergy(Component.REBATE, energy.left(), cheaper));
        }
        rules.add(new FixedCharge(money.fixed()));
        if (money.waives() && energy.freeWh() > 0) {
            rules.add(new FixedWaiver(
                    money.fixed(), energy.freeWh(), energy.full().partMonth()));
        }
        Set<PercentOf> net = Set.of(PercentOf.ENERGY_AFTER_SUBSIDY, PercentOf.FIXED);
        Percentage surcharge = percent(Component.SURCHARGE, money.surchargePermille(), net);
        Percentage rebate = percent(Component.REBATE, -money.rebatePermille(), net);
        rules.add(new Percentages(byUnit ? List.of(surcharge) : List.of(surcharge, rebate)));
        rules.add(new Minimum(money.minimum(), rules));
        rules.add(new Percentages(
                List.of(percent(Component.DUTY, money.duty(), Set.of(PercentOf.ENERGY, PercentOf.FIXED)))));
        return new AnyTariff(energy.full(), List.copyOf(rules));
    }

    private static Percentage percent(Component component, int permille, Set<PercentOf> of) {
        return new Percentage(component, BigDecimal.valueOf(permille, 1), of);
    }

    private static Arbitrary<Energy> energy() {
        Arbitrary<List<Long>> ends =
                Arbitraries.longs().between(1, 400_000).list().uniqueElements().ofMaxSize(4);
        Arbitrary<List<Integer>> prices =
                Arbitraries.integers().between(0, 1_200).list().ofSize(5);
        Arbitrary<List<Integer>> subsidyPercents =
                Arbitraries.integers().between(0, 100).list().ofSize(5);
        Arbitrary<Long> free = Arbitraries.of(0L, 30_000L, 125_000L);
        return Combinators.combine(ends, prices, subsidyPercents, free, Arbitraries.of(PartMonth.class))
                .as(AnyTariff::energy);
    }

    private static Energy energy(
            List<Long> ends, List<Integer> prices, List<Integer> subsidyPercents, long free, PartMonth partMonth) {
        List<Long> rising = new ArrayList<>(ends.stream().sorted().toList());
        rising.add(Slab.NO_END);
        List<Slab> full = new ArrayList<>();
        List<Slab> left = new ArrayList<>();
        for (int i = 0; i < rising.size(); i++) {
            BigDecimal price = BigDecimal.valueOf(prices.get(i));
            BigDecimal share = BigDecimal.valueOf(100 - subsidyPercents.get(i), 2);
            full.add(new Slab(rising.get(i), price));
            left.add(new Slab(rising.get(i), price.multiply(share)));
        }
        Slabs leftOver = new Slabs(left, partMonth);
        return new Energy(new Slabs(full, partMonth), free == 0 ? leftOver : leftOver.freeUpTo(free), free);
    }

    private static Arbitrary<Money> money() {
        return Combinators.combine(
                        amount(),
                        amount(),
                        Arbitraries.integers().between(-300, 300),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.of(true, false))
                .as(Money::new);
    }

    private static Arbitrary<MonthlyAmount> amount() {
        Arbitrary<BigDecimal> paise = Arbitraries.integers().between(0, 20_000).map(BigDecimal::valueOf);
        return Combinators.combine(paise, paise).as(MonthlyAmount::new);
    }
}
