package in.sampark.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A PostgreSQL server with durable settings, in which everybody needs a password. */
public final class Postgres implements Child {

    static final String NAME = "postgres";
    private static final String HOST = "127.0.0.1";
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final ProcessHandle process;
    private final Path log;
    private final Secrets secrets;

    private Postgres(EmbeddedPostgres server, ProcessHandle process, Path log, Secrets secrets) {
        this.server = server;
        this.process = process;
        this.log = log;
        this.secrets = secrets;
    }

    /** Starts the server on the data it finds, or on new data. Returns when it accepts connections. */
    static Postgres start(Settings settings, Software software) {
        Path log = settings.log(NAME);
        Path data = settings.data(NAME);
        Secrets secrets = new Secrets(settings.secrets());
        try {
            Files.createDirectories(log.getParent());
            EmbeddedPostgres server = server(settings, software, secrets).start();
            return new Postgres(server, postmaster(data).orElseThrow(), log, secrets);
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
                .setConnectConfig("password", secrets.password(NAME))
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "''")
                // The embedded server is started with fsync off; what we measure and promise is durable.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "300");
    }

    /**
     * Makes a database and a user of the same name that owns it, unless they are there.
     *
     * @param name lower-case letters, digits and underscores
     */
    public Database createDatabase(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("database: \"%s\" (expected: %s)".formatted(name, IDENTIFIER));
        }
        Database database = new Database(HOST, server.getPort(), name, name, secrets.password(name));
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role %s login".formatted(name));
            }
            statement.execute("alter role %s password '%s'".formatted(name, database.password()));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database %s owner %s".formatted(name, name));
                statement.execute("revoke all on database %s from public".formatted(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " cannot be created", e);
        }
        return database;
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The server that runs on that data, also when it is an earlier run's. */
    static Optional<ProcessHandle> postmaster(Path data) {
        Path file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).filter(Postgres::isPostgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith(NAME)).isPresent();
    }

    public int port() {
        return server.getPort();
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

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }
}
