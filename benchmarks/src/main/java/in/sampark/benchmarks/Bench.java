package in.sampark.benchmarks;

import in.sampark.infrastructure.Ports;
import in.sampark.launcher.LocalSystem;
import in.sampark.launcher.Progress;
import in.sampark.launcher.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a benchmark works: the system that {@code ./run} starts, on free ports and in a folder of its own. */
public final class Bench implements AutoCloseable {

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

    private final Path root;
    private final Progress progress = Progress.onScreen();
    private final LocalSystem local;
    private final RunningSystem system;

    /** Starts the system on empty data. @param root the checkout */
    Bench(Path root) throws IOException {
        this.root = root;
        Map<String, String> environment = new HashMap<>();
        PORTS.forEach(port -> environment.put(port, Integer.toString(Ports.free())));
        local = LocalSystem.fresh(root, state(), environment, "", progress);
        Runtime.getRuntime().addShutdownHook(new Thread(local::close, "stop"));
        system = local.start(root.resolve("data/meters/ceew-mathura-daily.csv"), "1");
    }

    public RunningSystem system() {
        return system;
    }

    /** Stops the services a benchmark does not measure, so that they don't take part in it. */
    public void keepOnly(Set<String> modules) {
        system.instances().keySet().stream()
                .filter(name -> !modules.contains(name))
                .forEach(local::stop);
    }

    /** Stops a service's first instance; what is sent to it meanwhile waits. */
    public void stop(String module) {
        local.stop(module);
    }

    /** Starts it again, and waits until it is ready. */
    public void startAgain(String module) {
        local.startAgain(module);
    }

    /** A folder on the disk that the databases are on. */
    public Path folder() {
        return state();
    }

    public void say(String line) {
        progress.say(line);
    }

    private Path state() {
        return root.resolve(".sampark/bench");
    }

    @Override
    public void close() {
        local.close();
    }
}
