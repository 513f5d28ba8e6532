package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A month's amount for the sanctioned load, spread evenly over the month's days.
 *
 * @param paisePerKw for a whole month
 */
public record FixedCharge(BigDecimal paisePerKw) implements Rule {

    public FixedCharge {
        if (paisePerKw.signum() < 0) {
            throw new IllegalArgumentException("fixed charge: " + paisePerKw + " paise/kW (expected: >= 0)");
        }
    }

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        long fixed = paisePerKw
                .multiply(BigDecimal.valueOf(month.loadW()))
                .multiply(BigDecimal.valueOf(month.days()))
                .divide(BigDecimal.valueOf(1000L * month.daysOfMonth()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return soFar.plus(new Charge(0, fixed, 0));
    }
}
