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
        assertThat(Misleading.about(outage(REVISED, Standing.STARTED, LATER, LATEST), NOW))
                .hasValueSatisfying(objection -> assertThat(objection.field()).isEqualTo("fromAt"));
        assertThat(Misleading.about(outage(REVISED, Standing.SCHEDULED, LATER, LATEST), NOW))
                .isEmpty();
        assertThat(Misleading.about(outage(REVISED, Standing.STARTED, EARLIER, LATEST), NOW))
                .isEmpty();
    }

    @Test
    void aRestorationIsExpectedInTheFutureUnlessItIsOver() {
        assertThat(Misleading.about(outage(STARTED, Standing.STARTED, EARLIER, NOW), NOW))
                .hasValueSatisfying(objection -> assertThat(objection.field()).isEqualTo("expectedRestorationAt"));
        assertThat(Misleading.about(outage(RESTORED, Standing.RESTORED, EARLIER, NOW), NOW))
                .isEmpty();
    }

    private static KnownOutage outage(Stage stage, Standing standing, Instant from, Instant until) {
        return new KnownOutage(
                new Report(
                        "DVVNL:1",
                        "DVVNL",
                        2,
                        stage,
                        Level.FEEDER,
                        List.of("F1"),
                        null,
                        new Times(from, until, null),
                        Map.of("en", new Words("Saadatganj feeder", "repair")),
                        NOW,
                        null),
                standing);
    }
}
