package in.sampark.meter.tariff.domain;

/**
 * What is owed for load and connection, used or not.
 *
 * @param amount for a whole month
 */
public record FixedCharge(MonthlyAmount amount) implements Rule {

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        long beforeSupply = amount.paise(month.daysBeforeSupply(), month);
        return soFar.plus(Component.FIXED, Math.addExact(beforeSupply, sinceSupply(month)));
    }

    @Override
    public MonthBehind leave(MonthToDate month, MonthBehind left) {
        return left.withFixed(sinceSupply(month));
    }

    private long sinceSupply(MonthToDate month) {
        Long known = month.behind().fixedPaise();
        long behind = known == null ? amount.paiseSinceSupply(month.begun()) : known;
        return Math.addExact(behind, amount.paiseSinceBegun(month));
    }
}
