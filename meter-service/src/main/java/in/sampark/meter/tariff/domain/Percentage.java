package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A component that is a percentage of others.
 *
 * @param component what it adds to
 * @param percent e.g. 5; below zero it takes off, at most all of it
 * @param of what it is taken of
 */
public record Percentage(Component component, BigDecimal percent, Set<PercentOf> of) {

    private static final BigDecimal ALL_OFF = BigDecimal.valueOf(-100);

    public Percentage {
        of = Set.copyOf(of);
        if (percent.compareTo(ALL_OFF) < 0) {
            throw new IllegalArgumentException(component + ": " + percent + " % (expected: >= -100)");
        }
        if (of.contains(PercentOf.ENERGY) && of.contains(PercentOf.ENERGY_AFTER_SUBSIDY)) {
            throw new IllegalArgumentException(component + ": of " + of + " (expected: energy once)");
        }
    }

    public boolean takesOff() {
        return percent.signum() < 0;
    }

    /** Its amount, not yet rounded. */
    BigDecimal paise(Charge charge) {
        long base = 0;
        for (PercentOf part : of) base = Math.addExact(base, part.paise(charge));
        return percent.multiply(BigDecimal.valueOf(base)).movePointLeft(2);
    }
}
