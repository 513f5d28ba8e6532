package in.sampark.platform.messaging;

import java.util.Map;
import java.util.TreeMap;

/**
 * What there was and what came of it. Of many reasons the most frequent are told, and the rest as {@link #OTHERS}.
 *
 * @param waiting of a dry run: how many are still aside, by the reason they were set aside for
 * @param refused again, by the reason
 * @param passedBy replayed before, or remembered no longer
 * @param ofNoCompany how many more were read that cannot be said to be of any company, nor by their key of another, whatever their reason. They are left
 * @param more whether the limit left some
 */
record ReplayReport(
        boolean dryRun,
        Map<String, Integer> waiting,
        int handled,
        Map<String, Integer> refused,
        int passedBy,
        int ofNoCompany,
        boolean more) {

    static final int MOST_REASONS = 100;
    static final String OTHERS = "(other reasons)";

    ReplayReport {
        waiting = mostFrequent(waiting);
        refused = mostFrequent(refused);
    }

    /** Without reasons, which name accounts. */
    String counts() {
        return "%s%d waiting, %d handled, %d refused, %d passed by, %d of no company%s"
                .formatted(
                        dryRun ? "dry run, " : "",
                        Replayed.sum(waiting),
                        handled,
                        Replayed.sum(refused),
                        passedBy,
                        ofNoCompany,
                        more ? ", and more" : "");
    }

    private static Map<String, Integer> mostFrequent(Map<String, Integer> reasons) {
        if (reasons.size() <= MOST_REASONS) {
            return reasons;
        }
        var told = new TreeMap<String, Integer>();
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .forEach(one -> told.put(one.getKey(), one.getValue()));
        told.put(OTHERS, Replayed.sum(reasons) - Replayed.sum(told));
        return told;
    }
}
