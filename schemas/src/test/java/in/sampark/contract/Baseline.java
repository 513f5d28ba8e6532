package in.sampark.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The contracts in version control: as they are written now, and each version that was ever given out. */
final class Baseline {

    /** What to run when something is to be given out. */
    static final String FREEZE = "mvn -pl schemas test -Dcontracts.freeze";

    private static final Path WRITTEN = Path.of("src/main/avro");

    private final Path folder;

    Baseline(Path folder) {
        this.folder = folder;
    }

    /** That of this module. */
    static Baseline committed() {
        return new Baseline(Path.of("src/test/resources/baseline"));
    }

    /** Whether this run is to give out what has changed: all of it or, when something speaks against a contract, nothing. */
    static boolean freezing() {
        return System.getProperty("contracts.freeze") != null
                && Topics.ALL.stream()
                        .flatMap(committed()::objections)
                        .findAny()
                        .isEmpty();
    }

    /** The contract as it is written now. */
    static Schema written(Topic<?> topic) {
        return parsed(source(topic));
    }

    /** The versions given out, the first one first. */
    List<Schema> versions(Topic<?> topic) {
        return IntStream.iterate(1, version -> version + 1)
                .mapToObj(version -> file(topic, version))
                .takeWhile(Files::exists)
                .map(Baseline::parsed)
                .toList();
    }

    /** That the contract, as it is written now, has not been given out; nothing when it has. */
    Stream<String> missing(Topic<?> topic) {
        List<Schema> versions = versions(topic);
        int last = versions.size();
        if (last > 0 && text(versions.getLast()).equals(text(written(topic)))) {
            return Stream.empty();
        }
        String found = last == 0 ? "has no baseline" : "is not v%d of its baseline any more".formatted(last);
        return Stream.of("%s: the contract %s (expected: add v%d by %s)".formatted(topic, found, last + 1, FREEZE));
    }

    /** What speaks against the contract as it is written now, by each version given out. */
    Stream<String> objections(Topic<?> topic) {
        List<Schema> versions = versions(topic);
        return IntStream.range(0, versions.size())
                .boxed()
                .flatMap(i -> Evolution.objections(versions.get(i), written(topic)).stream()
                        .map(objection -> "%s against v%d: %s".formatted(topic, i + 1, objection)));
    }

    /** Gives the contract out as a further version, unless it is that already or something speaks against it. */
    void freeze(Topic<?> topic) {
        if (missing(topic).findAny().isPresent() && objections(topic).findAny().isEmpty()) {
            Path file = file(topic, versions(topic).size() + 1);
            try {
                Files.createDirectories(file.getParent());
                Files.copy(source(topic), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Every file of the baseline, as {@code <topic>/v<number>.avsc}. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Topic<?> topic, int version) {
        return folder.resolve(topic.name()).resolve("v" + version + ".avsc");
    }

    private static Path source(Topic<?> topic) {
        String owner = topic.type().getPackageName();
        return WRITTEN.resolve(owner.substring(owner.lastIndexOf('.') + 1))
                .resolve(topic.type().getSimpleName() + ".avsc");
    }

    private static Schema parsed(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the contract, its words included, but not how the file is laid out. */
    private static String text(Schema schema) {
        return schema.toString();
    }
}
