package in.sampark.meter.tariff.domain;

/** One rule of a tariff. Rules apply in order; each adds its rounded amount to what those before it arrived at. */
public interface Rule {

    /** The charge with this rule's part added, rounded half-up to the paisa. */
    Charge apply(MonthToDate month, Charge soFar);
}
