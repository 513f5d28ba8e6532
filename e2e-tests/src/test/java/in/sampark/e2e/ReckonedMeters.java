package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The result of a run beside the second reckoning. */
final class ReckonedMeters {

    private ReckonedMeters() {}

    /** @param result what a run writes */
    static void assertEqual(JsonNode result, Map<String, Reckoning> reckoned) {
        JsonNode meters = result.required("meters");
        assertThat(meters.propertyNames()).containsExactlyElementsOf(reckoned.keySet());
        reckoned.forEach((id, reckoning) ->
                assertThat(figures(meters.required(id))).as(id).isEqualTo(longs(reckoning.figures())));
    }

    private static Map<String, Long> figures(JsonNode meter) {
        Map<String, Long> figures = new LinkedHashMap<>();
        Stream.of(
                        "wh",
                        "energyPaise",
                        "fixedPaise",
                        "dutyPaise",
                        "rechargePaise",
                        "balancePaise",
                        "sent",
                        "unreachable")
                .forEach(name -> figures.put(name, meter.required(name).asLong()));
        Stream.of("30", "10", "0")
                .forEach(rung -> figures.put(
                        "notices." + rung,
                        meter.required("notices").required(rung).asLong()));
        Stream.of("sent", "unreachable")
                .forEach(end -> figures.put(
                        "recharges." + end,
                        meter.required("recharges").required(end).asLong()));
        Stream.of("scheduled", "reminder", "started", "restored")
                .forEach(kind -> figures.put(
                        "outages." + kind, meter.required("outages").path(kind).asLong(0)));
        return figures;
    }

    private static Map<String, Long> longs(Map<String, Object> figures) {
        Map<String, Long> longs = new LinkedHashMap<>();
        figures.forEach((name, value) -> longs.put(name, ((Number) value).longValue()));
        return longs;
    }
}
