package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running PostgreSQL server, Kafka broker and schema registry. */
public final class Infrastructure implements AutoCloseable {

    private final Settings settings;
    private final Children children;
    private final Postgres postgres;
    private final Part<?> kafka;
    private final Part<?> registry;

    private Infrastructure(Settings settings, Children children, Postgres postgres, Part<?> kafka, Part<?> registry) {
        this.settings = settings;
        this.children = children;
        this.postgres = postgres;
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Starts all three and waits until they are ready. They stop on {@link #close}, at the latest with this JVM.
     *
     * @throws ChildFailedException when one does not become ready; the others are stopped
     */
    public static Infrastructure start(Settings settings) {
        return start(settings, new Children(settings.pids()));
    }

    /**
     * Starts all three as the first of the children, which can be closed meanwhile.
     *
     * @throws ChildFailedException when one does not become ready; all children are stopped
     */
    public static Infrastructure start(Settings settings, Children children) {
        Software software = Software.unpacked();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var kafka = CompletableFuture.supplyAsync(
                    () -> part(children, () -> Kafka.command(settings, software)), threads);
            var postgres = CompletableFuture.supplyAsync(() -> Postgres.start(settings, software, children), threads);
            var registry = postgres.thenApplyAsync(
                    server -> {
                        Database database = server.createDatabase(Registry.NAME);
                        children.nextTier();
                        return part(children, () -> Registry.command(settings, software, database));
                    },
                    threads);
            stoppingAllOnFailure(children, () -> Together.await(List.of(kafka, registry)));
            return new Infrastructure(settings, children, postgres.join(), kafka.join(), registry.join());
        }
    }

    private static Part<ChildProcess> part(Children children, Supplier<Command> command) {
        return new Part<>(
                children, () -> ChildProcess.start(command.get()), () -> ChildProcess.startAgain(command.get()));
    }

    private static void stoppingAllOnFailure(Children children, Runnable start) {
        try {
            start.run();
        } catch (RuntimeException e) {
            children.close();
            throw e;
        }
    }

    /** Kafka's address: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.kafkaPort();
    }

    /** The registry's base address, without a path: {@code http://127.0.0.1:port}. */
    public String registryUrl() {
        return "http://127.0.0.1:" + settings.registryPort();
    }

    public Postgres postgres() {
        return postgres;
    }

    public Part<?> kafka() {
        return kafka;
    }

    public Part<?> registry() {
        return registry;
    }

    /** Processes of an earlier run on the same kept data that outlived it. Nothing can be started before they end. */
    public static List<Leftover> leftovers(Settings settings) {
        List<Leftover> noted = new PidFiles(settings.pids()).alive();
        Stream<Leftover> postmaster = PostgresServer.postmaster(settings.data(PostgresServer.NAME)).stream()
                .map(process -> new Leftover(PostgresServer.NAME, process));
        return Stream.concat(noted.stream(), postmaster)
                .collect(Collectors.toMap(Leftover::pid, left -> left, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(Leftover::name))
                .toList();
    }

    /** Stops what was started, and removes temporary data. */
    @Override
    public void close() {
        children.close();
        if (!settings.kept()) {
            delete(settings.state());
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
