package in.sampark.e2e;

import in.sampark.launcher.LocalSystem;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.StoryResult;
import in.sampark.launcher.story.MeterStory;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system, started for this JVM on ports and in a folder of its own, with the story of the first 92 days played through it. */
final class PlayedStory {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path METERS = ROOT.resolve("data/meters/ceew-mathura-daily.csv");

    private final StartedSystem started;
    private final StoryResult result;

    private PlayedStory(String name, String days) {
        this.started = StartedSystem.start(name, METERS, days, Map.of(), "");
        this.result = new MeterStory().play(started.system(), started.progress());
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
        return started.local();
    }

    RunningSystem system() {
        return started.system();
    }

    StoryResult result() {
        return result;
    }

    JsonNode json() {
        return new JsonMapper().readTree(result.json());
    }

    void close() {
        started.close();
    }

    private static final class First92Days {
        static final PlayedStory STORY = new PlayedStory("92-days", "92");
    }
}
