package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file for each running child: its process id and start. The start tells the child from a stranger that was given
 * the same id later.
 */
final class PidFiles {

    /** Computed from the kernel's clock ticks, the start of a process differs a little from look to look. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path folder;

    PidFiles(Path folder) {
        this.folder = folder;
    }

    void remember(String name, ProcessHandle process) throws IOException {
        Files.createDirectories(folder);
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        Files.writeString(folder.resolve(name), process.pid() + " " + start);
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those whose process still runs. */
    List<Leftover> alive() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> alive(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Leftover> alive(Path file) {
        try {
            String[] words = Files.readString(file).split(" ", 2);
            Instant start = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> running(process) && startedAt(process, start))
                    .map(process -> new Leftover(file.getFileName().toString(), process));
        } catch (IOException | RuntimeException e) {
            // Cut short when the machine went down: no process outlives that.
            return Optional.empty();
        }
    }

    /** What has ended but was not yet reaped by its parent has a process id but no program. */
    private static boolean running(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    private static boolean startedAt(ProcessHandle process, Instant start) {
        return process.info()
                .startInstant()
                .filter(actual -> Duration.between(actual, start).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }
}
