package in.sampark.e2e;

import in.sampark.launcher.LocalSystem;
import in.sampark.launcher.Progress;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.StoryResult;
import in.sampark.launcher.story.MeterStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system, started for this JVM on ports and in a folder of its own, with the story of the first 92 days played through it. */
final class PlayedStory {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path METERS = ROOT.resolve("data/meters/ceew-mathura-daily.csv");

    private static final List<String> PORTS = List.of(
            "SAMPARK_POSTGRES_PORT",
            "SAMPARK_KAFKA_PORT",
            "SAMPARK_REGISTRY_PORT",
            "SAMPARK_SIMULATOR_PORT",
            "SAMPARK_IDP_PORT",
            "SAMPARK_CONSUMER_PORT",
            "SAMPARK_METER_PORT",
            "SAMPARK_NOTIFICATION_PORT");

    private final LocalSystem local;
    private final RunningSystem system;
    private final StoryResult result;

    private PlayedStory(String name, String days) {
        Path state = Path.of("target", "state-" + name).toAbsolutePath();
        Progress progress = Progress.onScreen();
        this.local = LocalSystem.fresh(ROOT, state, freePorts(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(local::close));
        try {
            this.system = local.start(METERS, days);
            this.result = new MeterStory().play(system, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first 92 days, played once for all tests. */
    static PlayedStory ofTheFirst92Days() {
        return First92Days.STORY;
    }

    /** The whole file. Close it. */
    static PlayedStory ofTheWholeFile() {
        return new PlayedStory("whole-file", "all");
    }

    LocalSystem local() {
        return local;
    }

    RunningSystem system() {
        return system;
    }

    StoryResult result() {
        return result;
    }

    JsonNode json() {
        return new JsonMapper().readTree(result.json());
    }

    void close() {
        local.close();
    }

    private static Map<String, String> freePorts() {
        Map<String, String> ports = new HashMap<>();
        PORTS.forEach(name -> ports.put(name, Integer.toString(freePort())));
        return ports;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class First92Days {
        static final PlayedStory STORY = new PlayedStory("92-days", "92");
    }
}
