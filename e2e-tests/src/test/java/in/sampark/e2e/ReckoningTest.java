package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second reckoning itself against the figures the story's author published. */
class ReckoningTest {

    private static final Path METERS = Path.of("..", "data", "meters", "ceew-mathura-daily.csv");

    @Test
    void first92Days() throws IOException {
        assertThat(totals(92))
                .containsEntry("wh", 36_278_647L)
                .containsEntry("energyPaise", 21_665_212L)
                .containsEntry("fixedPaise", 2_239_744L)
                .containsEntry("dutyPaise", 1_195_247L)
                .containsEntry("balancePaise", -10_800_203L)
                .containsEntry("notices.30", 63L)
                .containsEntry("notices.10", 58L)
                .containsEntry("notices.0", 57L)
                .containsEntry("sent", 141L)
                .containsEntry("unreachable", 37L)
                .containsEntry("recharges.sent", 115L)
                .containsEntry("recharges.unreachable", 28L);
    }

    @Test
    void wholeFile() throws IOException {
        assertThat(totals(10_000))
                .containsEntry("wh", 134_525_797L)
                .containsEntry("energyPaise", 78_706_782L)
                .containsEntry("fixedPaise", 17_512_761L)
                .containsEntry("dutyPaise", 4_810_998L)
                .containsEntry("balancePaise", -1_930_541L)
                .containsEntry("notices.30", 92L)
                .containsEntry("notices.10", 89L)
                .containsEntry("notices.0", 82L)
                .containsEntry("sent", 203L)
                .containsEntry("unreachable", 60L)
                .containsEntry("recharges.sent", 816L)
                .containsEntry("recharges.unreachable", 175L);
    }

    private static Map<String, Object> totals(int days) throws IOException {
        Map<String, Object> totals = new java.util.HashMap<>();
        Reckoning.of(METERS, days)
                .values()
                .forEach(meter -> meter.figures()
                        .forEach((name, value) -> totals.merge(
                                name, value, (a, b) -> ((Number) a).longValue() + ((Number) b).longValue())));
        totals.replaceAll((name, value) -> ((Number) value).longValue());
        return totals;
    }
}
