package in.sampark.notification.dispatch;

import io.r2dbc.spi.R2dbcNonTransientException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures of the database that pass by themselves, by the same measure as the platform's listeners. */
final class Passing {

    private Passing() {}

    /** Whether only time can heal it: something is unreachable, took too long, or lost a race for the same rows. */
    static boolean byItself(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof R2dbcTransientException
                    || cause instanceof R2dbcNonTransientResourceException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || serverGoingAway(cause)) {
                return true;
            }
        }
        return false;
    }

    /** SQL states of class 57 (operator intervention) and 53 (insufficient resources). */
    private static boolean serverGoingAway(Throwable cause) {
        return cause instanceof R2dbcNonTransientException e
                && e.getSqlState() instanceof String state
                && (state.startsWith("57") || state.startsWith("53"));
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
