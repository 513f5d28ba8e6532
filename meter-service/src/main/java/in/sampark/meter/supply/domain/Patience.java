package in.sampark.meter.supply.domain;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How long a consumer is supplied after nothing is left.
 *
 * @param emergencyCredit for everybody
 * @param unpaid for some longer: the first entry that fits counts, if it is longer
 * @param afterNotice at least this long after the proof that they were told
 */
public record Patience(Duration emergencyCredit, List<Unpaid> unpaid, Duration afterNotice) {

    public Patience {
        unpaid = List.copyOf(unpaid);
    }

    /**
     * Who is supplied how long.
     *
     * @param categories tariff categories; none: all
     * @param loadUpToW largest sanctioned load in watts
     */
    public record Unpaid(Set<String> categories, long loadUpToW, Duration time) {

        public Unpaid {
            categories = Set.copyOf(categories);
        }

        boolean fits(Standing standing) {
            return (categories.isEmpty() || categories.contains(standing.category())) && standing.loadW() <= loadUpToW;
        }
    }

    /** How long after nothing was left a cut may come. */
    public Duration with(Standing standing) {
        return unpaid.stream()
                .filter(entry -> entry.fits(standing))
                .findFirst()
                .map(Unpaid::time)
                .filter(time -> time.compareTo(emergencyCredit) > 0)
                .orElse(emergencyCredit);
    }
}
