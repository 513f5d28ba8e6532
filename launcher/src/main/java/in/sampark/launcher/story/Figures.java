package in.sampark.launcher.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

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
                Totals.of(meters.values(), records, onWorkList),
                latency,
                records.told().byOutcome(),
                records.told().untold(),
                records.told().open(),
                instances,
                meters);
    }
}
