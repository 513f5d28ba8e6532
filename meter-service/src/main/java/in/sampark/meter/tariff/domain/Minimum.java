package in.sampark.meter.tariff.domain;

import java.util.List;

/**
 * At least this much is charged for the days of supply, duty apart. What is missing is added day by day, and given back as far as later use makes up for it.
 *
 * @param amount of a whole month
 * @param compared the rules whose sum has to reach it
 */
public record Minimum(MonthlyAmount amount, List<Rule> compared) implements Rule {

    public Minimum {
        compared = List.copyOf(compared);
    }

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        long beforeSupply = Rule.all(compared, month.whenSupplyBegan()).totalPaise();
        long least = Math.addExact(beforeSupply, amount.paiseSinceSupply(month));
        long missing = Math.subtractExact(least, soFar.totalPaise());
        return soFar.plus(Component.MINIMUM, Math.max(0, missing));
    }
}
