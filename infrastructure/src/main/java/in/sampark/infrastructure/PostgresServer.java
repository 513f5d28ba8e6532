package in.sampark.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The process of a PostgreSQL server with durable settings, in which everybody needs a password. */
final class PostgresServer implements Child {

    static final String NAME = "postgres";
    static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final ProcessHandle process;
    private final Path log;

    private PostgresServer(EmbeddedPostgres server, ProcessHandle process, Path log) {
        this.server = server;
        this.process = process;
        this.log = log;
    }

    /** Starts the server on the data it finds, or on new data. Returns when it accepts connections. */
    static PostgresServer start(Settings settings, Software software) {
        Path log = settings.log(NAME);
        Path data = settings.data(NAME);
        Secrets secrets = new Secrets(settings.secrets());
        try {
            Files.createDirectories(log.getParent());
            EmbeddedPostgres server = server(settings, software, secrets).start();
            return new PostgresServer(server, postmaster(data).orElseThrow(), log);
        } catch (IOException | RuntimeException e) {
            throw ChildFailedException.of(NAME, "could not be started", log, e);
        }
    }

    private static EmbeddedPostgres.Builder server(Settings settings, Software software, Secrets secrets)
            throws IOException {
        var output = ProcessBuilder.Redirect.appendTo(settings.log(NAME).toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(software.postgres().toFile())
                .setDataDirectory(settings.data(NAME))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(settings.postgresPort())
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                // Passed on to initdb: nobody gets in without a password.
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", secrets.file(NAME).toString())
                // Sorted by code point, as in docker-compose.yml: indexes outlive an operating system's changes of how
                // people sort.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", secrets.password(NAME))
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "''")
                // The embedded server is started with fsync off; what we measure and promise is durable.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "300")
                // As in docker-compose.yml: by its defaults the server writes pages to the log more often than rows to
                // its tables.
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min");
    }

    /** The server that runs on that data, also when it is an earlier run's. */
    static Optional<ProcessHandle> postmaster(Path data) {
        Path file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).filter(PostgresServer::isPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith(NAME)).isPresent();
    }

    /** A connection of the administrator. */
    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProcessHandle process() {
        return process;
    }

    @Override
    public Path log() {
        return log;
    }

    /** It was before it was there: starting it waits. */
    @Override
    public void awaitReady() {}

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** With it go the processes it had started for its clients, which hold its memory as long as they live. */
    @Override
    public void kill() {
        List<ProcessHandle> started = process.descendants().toList();
        Child.super.kill();
        started.forEach(one -> Pause.until(one.onExit(), PATIENCE));
        stop();
    }
}
