package in.sampark.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a child is started, known to be ready, and stopped.
 *
 * @param name what people call the child
 * @param line program and arguments; no secrets, which other users of the machine could read there
 * @param environment variables on top of this process's own
 * @param log where its output goes; written anew
 * @param readiness when it can be used
 * @param patience how long it may take to become ready
 * @param grace how long it may take to stop before it is killed
 */
public record Command(
        String name,
        List<String> line,
        Map<String, String> environment,
        Path log,
        Readiness readiness,
        Duration patience,
        Duration grace) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(8);

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** A program run by the Java that runs this one. */
    public static Command java(String name, List<String> arguments, Path log, Readiness readiness) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(arguments);
        return new Command(name, line, Map.of(), log, readiness, PATIENCE, GRACE);
    }

    public Command withEnvironment(Map<String, String> variables) {
        return new Command(name, line, variables, log, readiness, patience, grace);
    }

    /** The same, with more or less time to stop. */
    public Command withGrace(Duration time) {
        return new Command(name, line, environment, log, readiness, patience, time);
    }

    /** The same, killed at once instead of asked to stop: for children whose data nobody wants. */
    public Command stoppedAtOnce() {
        return withGrace(Duration.ZERO);
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return name + ": " + String.join(" ", line);
    }
}
