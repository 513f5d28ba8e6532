package in.sampark.meter.tariff.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prices by slabs of the month's use.
 *
 * @param slabs rising, the last one without an end
 * @param partMonth what of them a month has in which supply begins
 */
public record Slabs(List<Slab> slabs, PartMonth partMonth) {

    /**
     * Energy that falls into a slab.
     *
     * @param slab which
     * @param wh how much
     */
    public record Part(Slab slab, long wh) {}

    public Slabs {
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

    /** The month's energy by slab, slabs without any left out. */
    public List<Part> parts(MonthToDate month) {
        List<Part> parts = new ArrayList<>();
        long from = 0;
        for (Slab slab : slabs) {
            long end = partMonth.wh(slab.upToWh(), month);
            long wh = Math.min(month.wh(), end) - from;
            if (wh > 0) parts.add(new Part(slab, wh));
            from = end;
        }
        return parts;
    }

    /** What the month's energy costs, rounded once and not slab by slab. */
    public long paise(MonthToDate month) {
        BigDecimal paise = BigDecimal.ZERO;
        for (Part part : parts(month)) {
            paise = paise.add(part.slab().paisePerKwh().multiply(BigDecimal.valueOf(part.wh())));
        }
        return paise.movePointLeft(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** These prices with the month's first energy free. */
    public Slabs freeUpTo(long wh) {
        Stream<Slab> beyond = slabs.stream().filter(slab -> slab.upToWh() > wh);
        return new Slabs(
                Stream.concat(Stream.of(new Slab(wh, BigDecimal.ZERO)), beyond).toList(), partMonth);
    }

    /** These prices less an amount per kWh, none below zero. */
    public Slabs less(BigDecimal paisePerKwh) {
        return new Slabs(
                slabs.stream()
                        .map(slab -> new Slab(
                                slab.upToWh(),
                                slab.paisePerKwh().subtract(paisePerKwh).max(BigDecimal.ZERO)))
                        .toList(),
                partMonth);
    }
}
