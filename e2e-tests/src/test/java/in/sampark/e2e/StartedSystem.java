package in.sampark.e2e;

import in.sampark.infrastructure.Ports;
import in.sampark.launcher.LocalSystem;
import in.sampark.launcher.Progress;
import in.sampark.launcher.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole system, started for a test on ports and in a folder of its own. Ends with this JVM at the latest. */
record StartedSystem(LocalSystem local, RunningSystem system, Progress progress) implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "SAMPARK_POSTGRES_PORT",
            "SAMPARK_KAFKA_PORT",
            "SAMPARK_REGISTRY_PORT",
            "SAMPARK_SIMULATOR_PORT",
            "SAMPARK_IDP_PORT",
            "SAMPARK_CONSUMER_PORT",
            "SAMPARK_METER_PORT",
            "SAMPARK_NOTIFICATION_PORT",
            "SAMPARK_CAMPAIGN_PORT");

    /**
     * Starts it on empty data, one at a time: all unpack the same programs.
     *
     * @param name of the folder its data are in
     * @param settings environment variables for every program
     * @param instances as {@code ./run} takes them; empty for one of each
     */
    static synchronized StartedSystem start(
            String name, Path meters, String days, Map<String, String> settings, String instances) {
        Map<String, String> environment = new HashMap<>(settings);
        PORTS.forEach(port -> environment.put(port, Integer.toString(Ports.free())));
        Path state = Path.of("target", "state-" + name).toAbsolutePath();
        Progress progress = Progress.onScreen();
        LocalSystem local = LocalSystem.fresh(PlayedStory.ROOT, state, environment, instances, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(local::close));
        try {
            return new StartedSystem(local, local.start(meters, days), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        local.close();
    }
}
