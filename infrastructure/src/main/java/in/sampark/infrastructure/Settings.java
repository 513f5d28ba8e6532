package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the infrastructure lives.
 *
 * @param state the folder of data, logs and passwords
 * @param kept whether what it holds outlives the infrastructure
 */
public record Settings(Path state, boolean kept, int postgresPort, int kafkaPort, int registryPort) {

    /** Continues on the data in the folder, or begins it. */
    public static Settings keptIn(Path state, int postgresPort, int kafkaPort, int registryPort) {
        return new Settings(state.toAbsolutePath(), true, postgresPort, kafkaPort, registryPort);
    }

    /** Empty, on free ports, gone afterwards. */
    public static Settings temporary() {
        try {
            Path state = Files.createTempDirectory("sampark-");
            return new Settings(state, false, Ports.free(), Ports.free(), Ports.free());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data(String child) {
        return state.resolve(child);
    }

    /** Where every child's output goes. */
    public Path logs() {
        return state.resolve("logs");
    }

    public Path log(String child) {
        return logs().resolve(child + ".log");
    }

    /** Where the running processes are noted. */
    public Path pids() {
        return state.resolve("pids");
    }

    /** Where generated passwords are kept. */
    public Path secrets() {
        return state.resolve("secrets");
    }
}
