package in.sampark.meter.tariff.domain;

/**
 * Money owed for electricity, by component, in paise. A difference of charges may be negative.
 *
 * @param energyPaise for the energy used
 * @param fixedPaise for the sanctioned load, used or not
 * @param dutyPaise electricity duty on both
 */
public record Charge(long energyPaise, long fixedPaise, long dutyPaise) {

    public static final Charge NONE = new Charge(0, 0, 0);

    public Charge plus(Charge other) {
        return new Charge(energyPaise + other.energyPaise, fixedPaise + other.fixedPaise, dutyPaise + other.dutyPaise);
    }

    public Charge minus(Charge other) {
        return new Charge(energyPaise - other.energyPaise, fixedPaise - other.fixedPaise, dutyPaise - other.dutyPaise);
    }

    public long totalPaise() {
        return energyPaise + fixedPaise + dutyPaise;
    }
}
