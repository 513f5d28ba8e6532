package in.sampark.platform.leader;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A time of leading: as long as its connection lives. */
final class Term implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final PostgresqlConnection connection;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean lost;

    private Term(PostgresqlConnection connection) {
        this.connection = connection;
    }

    static Term begin(PostgresqlConnection connection, @Nullable String channel) {
        Term term = new Term(connection);
        connection.getNotifications().subscribe(heard -> term.ring(), e -> term.lose(), term::lose);
        if (channel != null) {
            connection
                    .createStatement("listen " + channel)
                    .execute()
                    .flatMap(result -> result.getRowsUpdated())
                    .blockLast(TIMEOUT);
        }
        return term;
    }

    /** Ends the wait, or the next one. */
    void ring() {
        bell.release();
    }

    /** Waits until the bell rings or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        if (bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        connection.close().onErrorComplete().block(TIMEOUT);
    }

    private void lose() {
        lost = true;
        ring();
    }
}
