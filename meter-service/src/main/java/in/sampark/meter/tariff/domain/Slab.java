package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;

/**
 * A price for the energy between the end of the slab before and its own.
 *
 * @param upToWh where the slab ends, in watt-hours of the month; {@link #NO_END} for the last one
 * @param paisePerKwh price
 */
public record Slab(long upToWh, BigDecimal paisePerKwh) {

    public static final long NO_END = Long.MAX_VALUE;

    public Slab {
        if (upToWh <= 0) throw new IllegalArgumentException("slab up to: " + upToWh + " Wh (expected: > 0)");
        if (paisePerKwh.signum() < 0) {
            throw new IllegalArgumentException("price: " + paisePerKwh + " paise/kWh (expected: >= 0)");
        }
    }
}
