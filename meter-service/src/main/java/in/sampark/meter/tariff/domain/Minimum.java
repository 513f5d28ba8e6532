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
        return soFar.plus(Component.MINIMUM, Math.max(0, missing(month)));
    }

    @Override
    public MonthBehind leave(MonthToDate month, MonthBehind left) {
        return left.withShort(missing(month));
    }

    private long missing(MonthToDate month) {
        Long known = month.behind().shortPaise();
        if (month.isBegun() && known != null) return known;
        long behind = known == null ? missingBehind(month.begun()) : known;
        long charged = Math.subtractExact(compared(month), compared(month.begun()));
        return Math.subtractExact(Math.addExact(behind, amount.paiseSinceBegun(month)), charged);
    }

    private long missingBehind(MonthToDate begun) {
        long charged = Math.subtractExact(compared(begun), compared(begun.whenSupplyBegan()));
        return Math.subtractExact(amount.paiseSinceSupply(begun), charged);
    }

    private long compared(MonthToDate month) {
        return Rule.all(compared, month).totalPaise();
    }
}
