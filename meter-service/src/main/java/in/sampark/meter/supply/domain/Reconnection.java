package in.sampark.meter.supply.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has to be paid for supply to come back, or to stay on once a cut is due. A part of the dues buys some days, once; whoever owes nothing is
 * supplied.
 *
 * @param parts what parts of the dues buy; none when only all of it does
 * @param positive whether something has to be left over
 * @param within how soon supply has to be back
 */
public record Reconnection(List<Part> parts, boolean positive, Duration within) {

    public Reconnection {
        parts = parts.stream().sorted(Comparator.comparingInt(Part::percent)).toList();
    }

    /**
     * A part of the dues, and what it buys.
     *
     * @param percent of the dues, 1 to 99
     * @param grace in which the rest has to be paid
     */
    public record Part(int percent, Duration grace) {

        public Part {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("percent of the dues: " + percent + " (expected: 1 to 99)");
            }
        }

        /** What is still missing, when so much is paid of what was owed in all. */
        long missing(long paid, long dues) {
            long all = Math.addExact(paid, dues);
            return Math.subtractExact(Math.ceilDiv(Math.multiplyExact(all, (long) percent), 100L), paid);
        }
    }

    /**
     * A payment that restores supply or keeps it on.
     *
     * @param paise how much
     * @param grace how long it keeps supply on though something is owed; zero when nothing is
     */
    public record Way(long paise, Duration grace) {}

    /** Whether such a balance restores supply for good. */
    boolean cleared(long availablePaise) {
        return positive ? availablePaise > 0 : availablePaise >= 0;
    }

    /** What the payments made so far buy: the longest grace that they reach. */
    Optional<Duration> bought(long paid, long dues) {
        return parts.stream()
                .filter(part -> paid > 0 && part.missing(paid, dues) <= 0)
                .map(Part::grace)
                .max(Comparator.naturalOrder());
    }

    /**
     * The payments that help, the least first.
     *
     * @param paid what of the dues is paid already
     * @param dues what is still owed
     * @param partly whether a part of the dues still buys time
     */
    List<Way> ways(long paid, long dues, boolean partly) {
        List<Way> ways = new ArrayList<>();
        if (partly) parts.forEach(part -> ways.add(new Way(part.missing(paid, dues), part.grace())));
        ways.add(new Way(Math.addExact(dues, positive ? 1 : 0), Duration.ZERO));
        return ways.stream().filter(way -> way.paise() > 0).toList();
    }
}
