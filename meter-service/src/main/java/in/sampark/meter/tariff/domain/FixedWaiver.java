package in.sampark.meter.tariff.domain;

/**
 * No fixed charge as long as the month's use stays within free units. Once it goes beyond, the fixed charge of all days so far is due, each as it was on
 * its day.
 *
 * @param amount the fixed charge of a whole month
 * @param upToWh free energy of a whole month, in watt-hours
 * @param partMonth what of it a month has in which supply begins
 */
public record FixedWaiver(MonthlyAmount amount, long upToWh, PartMonth partMonth) implements Rule {

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        return soFar.plus(Component.FIXED, -waived(month));
    }

    @Override
    public MonthBehind leave(MonthToDate month, MonthBehind left) {
        return left.withWaived(waived(month));
    }

    private long waived(MonthToDate month) {
        if (month.isBegun()) return waivedBehind(month);
        return isBeyond(month) ? 0 : Math.addExact(waivedBehind(month), amount.paiseSinceBegun(month));
    }

    private long waivedBehind(MonthToDate month) {
        Long known = month.behind().waivedPaise();
        if (known != null) return known;
        return isBeyond(month.begun()) ? 0 : amount.paiseSinceSupply(month.begun());
    }

    private boolean isBeyond(MonthToDate month) {
        return month.wh() > partMonth.wh(upToWh, month);
    }
}
