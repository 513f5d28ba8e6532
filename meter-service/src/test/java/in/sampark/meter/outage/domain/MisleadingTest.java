package in.sampark.meter.outage.domain;

import static in.sampark.meter.outage.domain.Stage.RESTORED;
import static in.sampark.meter.outage.domain.Stage.REVISED;
import static in.sampark.meter.outage.domain.Stage.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MisleadingTest {

    private static final Instant NOW = Instant.parse("2026-06-20T05:00:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(1));
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Instant LATEST = NOW.plus(Duration.ofHours(3));

    @Test
    void whatHasStartedCannotBeToBeginLater() {
        assertThat(Misleading.about(outage(REVISED, Standing.STARTED, LATER, LATEST), null, NOW))
                .hasValueSatisfying(objection -> assertThat(objection.field()).isEqualTo("fromAt"));
        assertThat(Misleading.about(outage(REVISED, Standing.SCHEDULED, LATER, LATEST), null, NOW))
                .isEmpty();
        assertThat(Misleading.about(outage(REVISED, Standing.STARTED, EARLIER, LATEST), null, NOW))
                .isEmpty();
    }

    @Test
    void aRestorationIsExpectedInTheFutureUnlessItIsOver() {
        assertThat(Misleading.about(outage(STARTED, Standing.STARTED, EARLIER, NOW), null, NOW))
                .hasValueSatisfying(objection -> assertThat(objection.field()).isEqualTo("expectedRestorationAt"));
        assertThat(Misleading.about(outage(RESTORED, Standing.RESTORED, EARLIER, NOW), null, NOW))
                .isEmpty();
    }

    @Test
    void nobodyAnOutageConcernedIsForgotten() {
        KnownOutage two = outage(Level.FEEDER, "F1", "F2");

        assertThat(Misleading.about(outage(Level.FEEDER, "F1"), two, NOW))
                .hasValueSatisfying(objection -> assertThat(objection.reason())
                        .isEqualTo("assets: [F1] (expected: all of [F1, F2]; restore this outage and announce what is"
                                + " still off)"));
        assertThat(Misleading.about(outage(Level.DT, "F1", "F2"), two, NOW)).isPresent();
        assertThat(Misleading.about(outage(Level.FEEDER, "F2", "F1", "F3"), two, NOW))
                .isEmpty();
        assertThat(Misleading.about(outage(Level.SUBSTATION, "S1"), two, NOW)).isEmpty();
    }

    private static KnownOutage outage(Stage stage, Standing standing, Instant from, Instant until) {
        return outage(stage, standing, from, until, Level.FEEDER, List.of("F1"));
    }

    private static KnownOutage outage(Level level, String... assets) {
        return outage(REVISED, Standing.STARTED, EARLIER, LATEST, level, List.of(assets));
    }

    private static KnownOutage outage(
            Stage stage, Standing standing, Instant from, Instant until, Level level, List<String> assets) {
        return new KnownOutage(
                new Report(
                        "DVVNL:1",
                        "DVVNL",
                        2,
                        stage,
                        level,
                        assets,
                        new Times(from, until, null),
                        Map.of("en", new Words("Saadatganj feeder", "repair")),
                        NOW),
                standing);
    }
}
