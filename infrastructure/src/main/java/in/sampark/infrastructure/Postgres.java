package in.sampark.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** The PostgreSQL server and its databases. */
public final class Postgres extends Part<PostgresServer> {

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
        Database database = new Database(PostgresServer.HOST, port, name, name, secrets.password(name));
        try (Connection administrator = running().connect()) {
            database.createBy(administrator);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " cannot be created", e);
        }
        return database;
    }
}
