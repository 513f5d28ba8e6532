package in.sampark.platform.leader;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes one instance per database the leader of a piece of work, by an advisory lock that ends with the connection that holds it: a
 * leader that dies is followed by another at once, without a timeout to choose.
 */
public final class DatabaseLeadership {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ConnectionFactory connections;

    public DatabaseLeadership(ConnectionFactory connections) {
        this.connections = connections instanceof ConnectionPool pool ? pool.unwrap() : connections;
    }

    /** Takes the lead if nobody has it. @param channel what the leader wants to hear of, or null */
    Optional<Term> tryLead(String work, @Nullable String channel) {
        PostgresqlConnection connection = connect();
        try {
            if (lock(connection, work)) {
                return Optional.of(Term.begin(connection, channel));
            }
        } catch (RuntimeException e) {
            connection.close().onErrorComplete().block(TIMEOUT);
            throw e;
        }
        connection.close().block(TIMEOUT);
        return Optional.empty();
    }

    private PostgresqlConnection connect() {
        Object connection = Mono.from(connections.create()).block(TIMEOUT);
        while (connection instanceof Wrapped<?> wrapped && !(connection instanceof PostgresqlConnection)) {
            connection = wrapped.unwrap();
        }
        if (connection instanceof PostgresqlConnection postgresql) {
            return postgresql;
        }
        throw new IllegalStateException("connection: " + connection + " (expected: one to PostgreSQL)");
    }

    private static boolean lock(PostgresqlConnection connection, String work) {
        Boolean locked = connection
                .createStatement("select pg_try_advisory_lock(hashtextextended('sampark ' || $1, 0))")
                .bind("$1", work)
                .execute()
                .flatMap(result -> result.map((row, metadata) -> row.get(0, Boolean.class)))
                .next()
                .block(TIMEOUT);
        return Boolean.TRUE.equals(locked);
    }
}
