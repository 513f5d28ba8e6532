package in.sampark.infrastructure;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The software that is run rather than linked, below {@code .sampark/software} of the checkout. */
final class Software {

    private final Path folder;
    private final Properties versions;

    private Software(Path folder, Properties versions) {
        this.folder = folder;
        this.versions = versions;
    }

    /**
     * The software of this checkout.
     *
     * @throws IllegalStateException when it has not been unpacked
     */
    static Software unpacked() {
        Software software = new Software(home().resolve(".sampark/software"), versions());
        Stream.of(software.kafka(), software.registry())
                .filter(Files::notExists)
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalStateException(missing + " is missing: build the module infrastructure first");
                });
        return software;
    }

    /** Where the unpacked PostgreSQL binaries are kept. Filled on first use. */
    Path postgres() {
        return folder.resolve(versions.getProperty("postgres"));
    }

    /** The broker's jars. */
    Path kafka() {
        return folder.resolve(versions.getProperty("kafka"));
    }

    /** The registry's {@code quarkus-run.jar} and what it needs. */
    Path registry() {
        return folder.resolve(versions.getProperty("registry"));
    }

    /** This module's own classes, for running one of them in another JVM. */
    String ownClasses() {
        try {
            return Path.of(Software.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class path of our own classes and every jar of a folder. */
    String classPath(Path jars) {
        return ownClasses() + File.pathSeparator + jars.resolve("*");
    }

    /** The checkout: the system property {@code sampark.home}, or the nearest folder upwards that has the software. */
    private static Path home() {
        String told = System.getProperty("sampark.home");
        if (told != null) {
            return Path.of(told).toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".sampark/software"))) {
                return folder;
            }
        }
        return start;
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream file = Software.class.getResourceAsStream("software.properties")) {
            versions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
