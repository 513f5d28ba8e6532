package in.sampark.platform.messaging;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of dead letters.
 *
 * @param handled by the listener that had set them aside
 * @param refused again, by the reason
 * @param passedBy replayed before, or remembered no longer
 */
record Replayed(int handled, Map<String, Integer> refused, int passedBy) {

    static final Replayed NOTHING = new Replayed(0, Map.of(), 0);

    Replayed and(Replayed other) {
        return new Replayed(
                handled + other.handled,
                Stream.of(refused, other.refused)
                        .flatMap(each -> each.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new)),
                passedBy + other.passedBy);
    }

    /** Of these counts. */
    static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
