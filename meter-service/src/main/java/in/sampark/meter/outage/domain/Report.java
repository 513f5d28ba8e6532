package in.sampark.meter.outage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One revision of an outage as it was said, right or wrong.
 *
 * @param outageId {@code <discom>:<number>}
 * @param assets codes as in the canonical connection, area paths for an area
 * @param words by language
 * @param reportedAt when it was said
 */
public record Report(
        String outageId,
        String discom,
        long revision,
        Stage stage,
        Level level,
        List<String> assets,
        Times times,
        Map<String, Words> words,
        Instant reportedAt) {

    public Report {
        assets = List.copyOf(assets);
        words = Map.copyOf(words);
    }
}
