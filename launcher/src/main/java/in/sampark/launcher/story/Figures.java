package in.sampark.launcher.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import in.sampark.launcher.story.Records.Told;
import java.util.Map;
import java.util.stream.Collectors;

/** The story's result. @param open messages without an end @param instances what each was done with */
@JsonPropertyOrder({"totals", "latencyMs", "messages", "untold", "instances", "meters"})
record Figures(
        Totals totals,
        Latency latencyMs,
        Map<String, Long> messages,
        Map<String, Long> untold,
        @JsonIgnore long open,
        Workload instances,
        Map<String, MeterResult> meters) {

    static Figures of(
            Map<String, MeterResult> meters, Records records, int onWorkList, Latency latency, Workload instances) {
        return new Figures(
                Totals.of(meters.values(), records.counts(), onWorkList),
                latency,
                records.told().entrySet().stream()
                        .collect(Collectors.toMap(
                                told -> label(told.getKey()), Map.Entry::getValue, Long::sum, java.util.TreeMap::new)),
                records.untold(),
                records.open(),
                instances,
                meters);
    }

    private static String label(Told told) {
        return told.kind() + ", " + told.language() + ", " + told.outcome();
    }
}
