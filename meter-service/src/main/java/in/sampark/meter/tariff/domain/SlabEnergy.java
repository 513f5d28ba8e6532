package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Energy priced by slabs of the month's use. The amount of the month is rounded once, not slab by slab.
 *
 * @param slabs rising, the last one without an end
 */
public record SlabEnergy(List<Slab> slabs) implements Rule {

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

    public SlabEnergy {
        slabs = List.copyOf(slabs);
        if (slabs.isEmpty()) throw new IllegalArgumentException("slabs: none (expected: at least one)");
        for (int i = 1; i < slabs.size(); i++) {
            long before = slabs.get(i - 1).upToWh();
            if (slabs.get(i).upToWh() <= before) {
                throw new IllegalArgumentException("slab up to: " + slabs.get(i).upToWh()
                        + " Wh (expected: above the one before, " + before + ")");
            }
        }
        if (slabs.getLast().upToWh() != Slab.NO_END) {
            throw new IllegalArgumentException(
                    "last slab up to: " + slabs.getLast().upToWh() + " Wh (expected: no end)");
        }
    }

    @Override
    public Charge apply(MonthToDate month, Charge soFar) {
        BigDecimal paise = BigDecimal.ZERO;
        long from = 0;
        for (Slab slab : slabs) {
            long wh = Math.min(month.wh(), slab.upToWh()) - from;
            if (wh <= 0) break;
            paise = paise.add(slab.paisePerKwh().multiply(BigDecimal.valueOf(wh)));
            from = slab.upToWh();
        }
        long energy = paise.movePointLeft(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return soFar.plus(new Charge(energy, 0, 0));
    }
}
