package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a {@link KafkaBroker} is run. */
final class Kafka {

    static final String NAME = "kafka";

    private Kafka() {}

    /** The command, with nothing left that would make the broker look ready. */
    static Command command(Settings settings, Software software) {
        Path data = settings.data(NAME);
        Path ready = data.resolve("ready");
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command command = Command.java(
                NAME,
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                        "-cp",
                        software.classPath(software.kafka()),
                        KafkaBroker.class.getName(),
                        data.toString(),
                        Integer.toString(settings.kafkaPort()),
                        Integer.toString(Ports.free()),
                        ready.toString()),
                settings.log(NAME),
                Readiness.file(ready));
        return settings.kept() ? command : command.stoppedAtOnce();
    }
}
