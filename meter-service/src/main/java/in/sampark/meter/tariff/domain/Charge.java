package in.sampark.meter.tariff.domain;

/**
 * Money owed for electricity, by component, in paise. A difference of charges may be negative. Sums that do not fit throw.
 *
 * @param energyPaise for the energy used
 * @param fixedPaise for the sanctioned load, used or not
 * @param dutyPaise electricity duty on both
 */
public record Charge(long energyPaise, long fixedPaise, long dutyPaise) {

    public static final Charge NONE = new Charge(0, 0, 0);

    public Charge plus(Charge other) {
        return new Charge(
                Math.addExact(energyPaise, other.energyPaise),
                Math.addExact(fixedPaise, other.fixedPaise),
                Math.addExact(dutyPaise, other.dutyPaise));
    }

    public Charge minus(Charge other) {
        return new Charge(
                Math.subtractExact(energyPaise, other.energyPaise),
                Math.subtractExact(fixedPaise, other.fixedPaise),
                Math.subtractExact(dutyPaise, other.dutyPaise));
    }

    public long totalPaise() {
        return Math.addExact(Math.addExact(energyPaise, fixedPaise), dutyPaise);
    }
}
