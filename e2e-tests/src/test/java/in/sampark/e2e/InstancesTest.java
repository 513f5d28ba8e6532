package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.StoryResult;
import in.sampark.launcher.story.Interlude;
import in.sampark.launcher.story.MeterStory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several instances share a service's work, and those that stay take over all of it from those that go. */
@Execution(ExecutionMode.CONCURRENT)
class InstancesTest {

    private static final int DAYS = 15;
    private static final LocalDate DAY_OF_DEATH = LocalDate.of(2019, 5, 6);
    private static final List<String> SHARED =
            List.of("meter-service", "meter-service-2", "notification-service", "notification-service-2");
    private static final List<String> DYING = List.of("meter-service", "notification-service");

    @Test
    void theRestCarryOnWhenTheFirstOfEachDies() throws Exception {
        Path meters = EightMeters.file();
        try (StartedSystem started =
                StartedSystem.start("instances", meters, Integer.toString(DAYS), Map.of(), "meter=2,notification=2")) {
            var absence = new Absence(started);

            StoryResult result = new MeterStory().play(started.system(), started.progress(), absence);

            started.progress().show(result.screen());
            JsonNode json = new JsonMapper().readTree(result.json());
            assertThat(absence.over()).isTrue();
            assertThat(result.right()).as(result.screen()).isTrue();
            ReckonedMeters.assertEqual(json, Reckoning.of(meters, DAYS));
            assertThat(new World(started.system()).memberNames("meter-service.readings"))
                    .containsExactlyInAnyOrder(
                            "meter-service-0",
                            "meter-service-1",
                            "meter-service-2",
                            "meter-service-2-0",
                            "meter-service-2-1",
                            "meter-service-2-2");
            assertThat(SHARED)
                    .allSatisfy(name -> assertThat(
                                    json.required("instances").required(name).valueStream())
                            .as(name)
                            .anyMatch(records -> records.asLong() > 0));
        }
    }

    /** On one day, in which people are told something, the first instances are away until the others have done all of its work. */
    private static final class Absence implements Interlude {

        private final StartedSystem started;
        private final World world;
        private CompletableFuture<Void> absence = CompletableFuture.failedFuture(new IllegalStateException("not yet"));

        Absence(StartedSystem started) {
            this.started = started;
            this.world = new World(started.system());
        }

        @Override
        public void before(LocalDate day, Step step) {
            if (day.equals(DAY_OF_DEATH) && step == Step.REGISTERS) {
                int readings = readings();
                DYING.forEach(started.local()::kill);
                absence = CompletableFuture.runAsync(() -> {
                    await().atMost(Duration.ofSeconds(60)).until(() -> readings() > readings);
                    world.awaitSettled(survivors(started.system()));
                    DYING.forEach(started.local()::startAgain);
                });
            }
        }

        boolean over() {
            absence.join();
            return absence.isDone();
        }

        private int readings() {
            return world.records(Topics.Name.METER_READINGS).size();
        }

        private static List<URI> survivors(RunningSystem system) {
            return system.instances().entrySet().stream()
                    .filter(instance -> !DYING.contains(instance.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }
}
