package in.sampark.notification.dispatch.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many messages of a batch a provider did not take, and why: words and counts, nothing of any message. */
public record Troubles(Map<String, Long> counts) {

    /** Of these attempts. */
    public static Troubles of(List<Ended> ended) {
        return new Troubles(ended.stream()
                .map(Ended::verdict)
                .filter(Troubles::isOne)
                .collect(Collectors.groupingBy(
                        verdict -> verdict.state() + " " + verdict.reason(), TreeMap::new, Collectors.counting())));
    }

    /** Whether there are any. */
    public boolean any() {
        return !counts.isEmpty();
    }

    private static boolean isOne(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Retry retry -> true;
            case Verdict.Unknown unknown -> true;
            case Verdict.Failed failed -> true;
            case Verdict.Accepted accepted -> false;
            case Verdict.Expired expired -> false;
            case Verdict.Suppressed suppressed -> false;
            case Verdict.Unreachable unreachable -> false;
        };
    }
}
