package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Electricity duty: a percentage of energy and fixed charge, taken from their rounded sum.
 *
 * @param percent e.g. 5
 */
public record Duty(BigDecimal percent) implements Rule {

    public Duty {
        if (percent.signum() < 0) throw new IllegalArgumentException("duty: " + percent + " % (expected: >= 0)");
    }

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        long duty = percent.multiply(BigDecimal.valueOf(Math.addExact(soFar.energyPaise(), soFar.fixedPaise())))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return soFar.plus(new Charge(0, 0, duty));
    }
}
