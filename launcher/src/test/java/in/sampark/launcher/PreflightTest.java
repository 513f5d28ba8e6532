package in.sampark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.infrastructure.ChildProcess;
import in.sampark.infrastructure.Children;
import in.sampark.infrastructure.Command;
import in.sampark.infrastructure.Ports;
import in.sampark.infrastructure.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private static final RunOptions OPTIONS =
            new RunOptions(Optional.empty(), "92", Optional.empty(), false, true, Instances.ONE);

    @TempDir
    Path root;

    private final Map<String, String> ports = freePorts();
    private Path meters = Path.of("set before each test");

    @BeforeEach
    void everythingIsInPlace() throws IOException {
        for (String module :
                List.of("simulator", "consumer-service", "meter-service", "notification-service", "campaign-service")) {
            Path target = Files.createDirectories(root.resolve(module).resolve("target"));
            Files.createFile(target.resolve(module + "-1.0-app.jar"));
        }
        meters = Files.createFile(root.resolve("meters.csv"));
    }

    @Test
    void twoProgramsCannotShareAPort() {
        ports.put("SAMPARK_METER_PORT", ports.get("SAMPARK_CONSUMER_PORT"));

        assertThat(preflight().obstacle(OPTIONS, meters)).get().asString().startsWith("two programs on one port");
    }

    @Test
    void aFolderIsNoMeterData() {
        assertThat(preflight().obstacle(OPTIONS, root)).get().asString().startsWith("the meter data cannot be read");
    }

    @Test
    void dataOfAnotherStoryOrOfOneCutOffWantAFreshStart() {
        Chronicle chronicle = new Chronicle(new Checkout(root).state());
        chronicle.begin(meters, "5");
        assertThat(preflight().obstacle(OPTIONS, meters)).get().asString().contains("another story (--days 5)");

        chronicle.begin(meters, "92");
        assertThat(preflight().obstacle(OPTIONS, meters)).get().asString().contains("cut off");

        chronicle.finish(new StoryResult(true, "screen", "{}"), Instant.parse("2019-08-01T00:00:00Z"));
        assertThat(preflight().obstacle(OPTIONS, meters)).isEmpty();
    }

    @Test
    void nothingIsInTheWay() {
        assertThat(preflight().obstacle(OPTIONS, meters)).isEmpty();
    }

    @Test
    void everyTakenPortIsNamedWithItsUserAndVariable() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.put("SAMPARK_METER_PORT", Integer.toString(taken.getLocalPort()));

            assertThat(preflight().obstacle(OPTIONS, meters))
                    .hasValue("already taken by another program: port %d (meter-service, set by SAMPARK_METER_PORT)"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void processesOfAnEarlierRunAreNamed() {
        try (Children children = new Children(settings().pids())) {
            ChildProcess left = children.start(() -> ChildProcess.start(sleeping()));

            assertThat(preflight().obstacle(OPTIONS, meters))
                    .hasValue("left over from an earlier run: meter-service (pid %d); end them with: kill %d"
                            .formatted(left.process().pid(), left.process().pid()));
        }
        assertThat(preflight().obstacle(OPTIONS, meters)).isEmpty();
    }

    @Test
    void missingMeterDataIsNamed() {
        assertThat(preflight().obstacle(OPTIONS, root.resolve("other.csv")))
                .get()
                .asString()
                .contains("other.csv");
    }

    @Test
    void aModuleThatWasNotBuiltIsNamed() throws IOException {
        Files.delete(root.resolve("meter-service/target/meter-service-1.0-app.jar"));

        assertThat(preflight().obstacle(OPTIONS, meters))
                .get()
                .asString()
                .startsWith("meter-service has not been built");
    }

    private Command sleeping() {
        return new Command(
                "meter-service",
                List.of("sleep", "60"),
                Map.of(),
                root.resolve("sleep.log"),
                () -> true,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
    }

    private Preflight preflight() {
        return new Preflight(new Checkout(root), Plan.of(ports), settings());
    }

    private Settings settings() {
        return Settings.keptIn(root.resolve(".sampark"), 1, 2, 3);
    }

    private static Map<String, String> freePorts() {
        Map<String, String> ports = new HashMap<>();
        Stream.of("POSTGRES", "KAFKA", "REGISTRY", "SIMULATOR", "IDP", "CONSUMER", "METER", "NOTIFICATION", "CAMPAIGN")
                .forEach(user -> ports.put("SAMPARK_%s_PORT".formatted(user), Integer.toString(Ports.free())));
        return ports;
    }
}
