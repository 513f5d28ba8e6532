package in.sampark.meter.tariff.domain;

/**
 * What is owed for load and connection, used or not.
 *
 * @param amount for a whole month
 */
public record FixedCharge(MonthlyAmount amount) implements Rule {

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        return soFar.plus(Component.FIXED, amount.paise(month.days(), month));
    }
}
