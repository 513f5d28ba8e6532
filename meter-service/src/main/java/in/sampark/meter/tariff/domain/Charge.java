package in.sampark.meter.tariff.domain;

/**
 * Money owed for electricity, by component, in paise. A difference of charges may be negative. Sums that do not fit throw.
 *
 * @param energyPaise for the energy used, at full price
 * @param subsidyPaise what the state takes over of it; zero or less
 * @param fixedPaise for the sanctioned load and the connection, used or not
 * @param surchargePaise fuel surcharge, or credit
 * @param rebatePaise for paying in advance; zero or less
 * @param minimumPaise what is missing to the minimum charge
 * @param dutyPaise electricity duty
 */
public record Charge(
        long energyPaise,
        long subsidyPaise,
        long fixedPaise,
        long surchargePaise,
        long rebatePaise,
        long minimumPaise,
        long dutyPaise) {

    public static final Charge NONE = new Charge(0, 0, 0, 0, 0, 0, 0);

    /** A charge of one component. */
    public static Charge of(Component component, long paise) {
        return NONE.plus(component, paise);
    }

    public Charge plus(Component component, long paise) {
        long energy = energyPaise;
        long subsidy = subsidyPaise;
        long fixed = fixedPaise;
        long surcharge = surchargePaise;
        long rebate = rebatePaise;
        long minimum = minimumPaise;
        long duty = dutyPaise;
        switch (component) {
            case ENERGY -> energy = Math.addExact(energy, paise);
            case SUBSIDY -> subsidy = Math.addExact(subsidy, paise);
            case FIXED -> fixed = Math.addExact(fixed, paise);
            case SURCHARGE -> surcharge = Math.addExact(surcharge, paise);
            case REBATE -> rebate = Math.addExact(rebate, paise);
            case MINIMUM -> minimum = Math.addExact(minimum, paise);
            case DUTY -> duty = Math.addExact(duty, paise);
        }
        return new Charge(energy, subsidy, fixed, surcharge, rebate, minimum, duty);
    }

    public Charge plus(Charge other) {
        return new Charge(
                Math.addExact(energyPaise, other.energyPaise),
                Math.addExact(subsidyPaise, other.subsidyPaise),
                Math.addExact(fixedPaise, other.fixedPaise),
                Math.addExact(surchargePaise, other.surchargePaise),
                Math.addExact(rebatePaise, other.rebatePaise),
                Math.addExact(minimumPaise, other.minimumPaise),
                Math.addExact(dutyPaise, other.dutyPaise));
    }

    public Charge minus(Charge other) {
        return new Charge(
                Math.subtractExact(energyPaise, other.energyPaise),
                Math.subtractExact(subsidyPaise, other.subsidyPaise),
                Math.subtractExact(fixedPaise, other.fixedPaise),
                Math.subtractExact(surchargePaise, other.surchargePaise),
                Math.subtractExact(rebatePaise, other.rebatePaise),
                Math.subtractExact(minimumPaise, other.minimumPaise),
                Math.subtractExact(dutyPaise, other.dutyPaise));
    }

    public long totalPaise() {
        long used = Math.addExact(Math.addExact(energyPaise, subsidyPaise), fixedPaise);
        long corrected = Math.addExact(Math.addExact(used, surchargePaise), rebatePaise);
        return Math.addExact(Math.addExact(corrected, minimumPaise), dutyPaise);
    }
}
