package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Percentages of what is charged so far, one after the other, each of rounded amounts. Their running sum is what is rounded: two that take off of the
 * same paisa would otherwise round it away twice, and a day's charge could fall below zero.
 *
 * @param steps in order
 */
public record Percentages(List<Percentage> steps) implements Rule {

    public Percentages {
        steps = List.copyOf(steps);
    }

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        Charge charge = soFar;
        BigDecimal exact = BigDecimal.ZERO;
        long rounded = 0;
        for (Percentage step : steps) {
            exact = exact.add(step.paise(charge));
            long sum = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
            charge = charge.plus(step.component(), Math.subtractExact(sum, rounded));
            rounded = sum;
        }
        return charge;
    }
}
