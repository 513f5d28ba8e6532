package in.sampark.meter.tariff.domain;

/**
 * No fixed charge as long as the month's use stays within free units. Once it goes beyond, the fixed charge of all days so far is due.
 *
 * @param amount the fixed charge of a whole month
 * @param upToWh free energy of a whole month, in watt-hours
 * @param partMonth what of it a month has in which supply begins
 */
public record FixedWaiver(MonthlyAmount amount, long upToWh, PartMonth partMonth) implements Rule {

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        if (month.wh() > partMonth.wh(upToWh, month)) return soFar;
        return soFar.plus(Component.FIXED, -amount.paiseSinceSupply(month));
    }
}
