package in.sampark.meter.bill.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Bands of what is owed, the smallest first.
 *
 * @param all none overlaps another, and together they hold every amount above zero
 */
public record Bands(List<Band> all) {

    private static final long PAISE_PER_RUPEE = 100;

    /**
     * One of them.
     *
     * @param name e.g. {@code up-to-1000}, {@code 1001-to-5000}, {@code over-100000}, in rupees
     * @param abovePaise owed more than this
     * @param throughPaise and at most this
     */
    public record Band(String name, long abovePaise, long throughPaise) {}

    public Bands {
        all = List.copyOf(all);
    }

    /**
     * The bands between these bounds.
     *
     * @param rupees highest amount of each band but the last, which has none
     */
    public static Bands through(Collection<Long> rupees) {
        List<Band> bands = new ArrayList<>();
        long above = 0;
        for (long through : new TreeSet<>(rupees)) {
            if (through <= 0) throw new IllegalArgumentException("band: " + through + " rupees (expected: > 0)");
            String name = above == 0 ? "up-to-" + through : (above + 1) + "-to-" + through;
            bands.add(new Band(name, above * PAISE_PER_RUPEE, Math.multiplyExact(through, PAISE_PER_RUPEE)));
            above = through;
        }
        bands.add(new Band("over-" + above, above * PAISE_PER_RUPEE, Long.MAX_VALUE));
        return new Bands(bands);
    }

    /** The band of that name. */
    public Optional<Band> named(String name) {
        return all.stream().filter(band -> band.name().equals(name)).findAny();
    }

    /** The band an amount above zero falls in. */
    public Band of(long paise) {
        return all.stream()
                .filter(band -> paise <= band.throughPaise())
                .findFirst()
                .orElse(all.getLast());
    }

    public List<String> names() {
        return all.stream().map(Band::name).toList();
    }
}
