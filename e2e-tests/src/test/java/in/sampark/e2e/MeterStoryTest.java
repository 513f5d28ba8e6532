package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Real readings become a ledger, right to the paisa, and messages to those whose number is proven. */
class MeterStoryTest {

    private static final int MORE_THAN_THE_FILE_HAS = 10_000;

    @Test
    void theFirst92DaysComeOutAsReckoned() throws IOException {
        PlayedStory story = PlayedStory.ofTheFirst92Days();

        assertThat(story.result().right()).as(story.result().screen()).isTrue();
        assertEachMeter(story, Reckoning.of(PlayedStory.METERS, 92));
    }

    @Test
    void theWholeFileComesOutAsReckoned() throws IOException {
        PlayedStory story = PlayedStory.ofTheWholeFile();
        try {
            assertThat(story.result().right()).as(story.result().screen()).isTrue();
            assertEachMeter(story, Reckoning.of(PlayedStory.METERS, MORE_THAN_THE_FILE_HAS));
        } finally {
            story.close();
        }
    }

    private static void assertEachMeter(PlayedStory story, Map<String, Reckoning> reckoned) {
        JsonNode meters = story.json().required("meters");
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
        return figures;
    }

    private static Map<String, Long> longs(Map<String, Object> figures) {
        Map<String, Long> longs = new LinkedHashMap<>();
        figures.forEach((name, value) -> longs.put(name, ((Number) value).longValue()));
        return longs;
    }
}
