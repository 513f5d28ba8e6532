package in.sampark.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * The checkout this was built in.
 *
 * @param state the one folder that holds what a run leaves behind
 */
record Checkout(Path root, Path state) {

    private static final Set<String> KEPT = Set.of("software", "programs", "built", "lock");

    /** With the state in the checkout itself, where version control ignores it. */
    Checkout(Path root) {
        this(root, root.resolve(".sampark"));
    }

    /** Told by the script that starts this. */
    static Checkout current() {
        return new Checkout(
                Path.of(System.getProperty("sampark.home", "")).toAbsolutePath().normalize());
    }

    /** Throws away what earlier runs left behind, but not what the build has put there. */
    void clearState() throws IOException {
        Files.createDirectories(state);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                state(), entry -> !KEPT.contains(entry.getFileName().toString()))) {
            for (Path entry : entries) {
                clear(entry);
            }
        }
    }

    /** This program's own log is open. */
    private void clear(Path entry) throws IOException {
        if (entry.equals(state.resolve("logs"))) {
            try (DirectoryStream<Path> logs = Files.newDirectoryStream(
                    entry, log -> !log.getFileName().toString().equals("launcher.log"))) {
                for (Path log : logs) {
                    Files.delete(log);
                }
            }
        } else {
            FileSystemUtils.deleteRecursively(entry);
        }
    }

    /** The meter data that comes with the checkout. */
    Path meters() {
        return root.resolve("data/meters/ceew-mathura-daily.csv");
    }

    /** Unpacked once for all states of the checkout. */
    Programs programs() {
        return new Programs(root, new Checkout(root).state().resolve("programs"));
    }
}
