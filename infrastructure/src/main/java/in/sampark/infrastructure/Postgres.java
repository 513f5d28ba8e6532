package in.sampark.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The PostgreSQL server and its databases. */
public final class Postgres extends Part<PostgresServer> {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final int port;
    private final Secrets secrets;

    private Postgres(Children children, Supplier<PostgresServer> starter, Settings settings) {
        super(children, starter, starter);
        this.port = settings.postgresPort();
        this.secrets = new Secrets(settings.secrets());
    }

    /** Starts the server on the data it finds, or on new data. Returns when it accepts connections. */
    static Postgres start(Settings settings, Software software, Children children) {
        return new Postgres(children, () -> PostgresServer.start(settings, software), settings);
    }

    public int port() {
        return port;
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
        Database database = new Database(PostgresServer.HOST, port, name, name, secrets.password(name));
        try (Connection connection = running().connect();
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
}
