package in.sampark.launcher.story;

import java.time.Duration;
import java.util.List;

/** Wall time from the feed's sending of a reading to the gateway's receipt of the notice it led to, in milliseconds. */
public record Latency(int n, long p50, long p99) {

    public static Latency of(List<Duration> all) {
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Latency(0, 0, 0)
                : new Latency(sorted.size(), percentile(sorted, 50), percentile(sorted, 99));
    }

    /** Nearest rank. */
    private static long percentile(List<Duration> sorted, int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(rank, 1) - 1).toMillis();
    }

    @Override
    public String toString() {
        return n == 0 ? "none" : "p50 %d ms, p99 %d ms (n = %d)".formatted(p50, p99, n);
    }
}
