package in.sampark.meter.tariff.domain;

/**
 * What energy costs less by lower prices: a subsidy per slab, free units, a rebate per unit. What is left is rounded, not what is taken off, so that
 * the charge never falls while use goes on.
 *
 * @param component what the difference is shown as
 * @param before prices it is charged at so far
 * @param after lower ones
 */
public record CheaperEnergy(Component component, Slabs before, Slabs after) implements Rule {

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        return soFar.plus(component, Math.subtractExact(after.paise(month), before.paise(month)));
    }
}
