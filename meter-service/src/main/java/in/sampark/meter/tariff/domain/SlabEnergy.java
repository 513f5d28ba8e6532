package in.sampark.meter.tariff.domain;

/**
 * Energy at the full price of its slabs.
 *
 * @param slabs prices
 */
public record SlabEnergy(Slabs slabs) implements Rule {

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        return soFar.plus(Component.ENERGY, slabs.paise(month));
    }
}
