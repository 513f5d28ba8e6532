package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount for a whole month, spread evenly over its days.
 *
 * @param paisePerKw for each kW of the sanctioned load
 * @param paisePerConnection whatever the load
 */
public record MonthlyAmount(BigDecimal paisePerKw, BigDecimal paisePerConnection) {

    private static final BigDecimal W_PER_KW = BigDecimal.valueOf(1000);

    public MonthlyAmount {
        if (paisePerKw.signum() < 0 || paisePerConnection.signum() < 0) {
            throw new IllegalArgumentException("amount of a month: " + paisePerKw + " paise/kW and "
                    + paisePerConnection + " paise (expected: >= 0)");
        }
    }

    /** What is due for the first days of a month. */
    long paise(int days, MonthToDate month) {
        return paisePerKw
                .multiply(BigDecimal.valueOf(month.loadW()))
                .add(paisePerConnection.multiply(W_PER_KW))
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(1000L * month.daysOfMonth()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What is due for the days since supply began in the month, all at this amount and the month's load. */
    long paiseSinceSupply(MonthToDate month) {
        return Math.subtractExact(paise(month.days(), month), paise(month.daysBeforeSupply(), month));
    }

    /** What comes to what is due for the days behind. */
    long paiseSinceBegun(MonthToDate month) {
        return Math.subtractExact(paise(month.days(), month), paise(month.daysBehind(), month));
    }
}
