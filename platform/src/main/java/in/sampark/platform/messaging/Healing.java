package in.sampark.platform.messaging;

import io.r2dbc.spi.R2dbcNonTransientException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that pass by themselves from those that come back with every try. */
public final class Healing {

    private Healing() {}

    /** Whether only time can heal it: something is unreachable, took too long, or lost a race for the same rows. */
    public static boolean byTime(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof R2dbcTransientException
                    || cause instanceof R2dbcNonTransientResourceException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || timedOutBlocking(cause)
                    || serverGoingAway(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What to tell people of a failure nobody expected, without a mobile number its message may hold. */
    static String reason(Throwable failure) {
        String message = failure.getMessage();
        String said = message == null ? "" : ": " + Reason.shown(message);
        return failure.getClass().getSimpleName() + said;
    }

    /** The failure for a log: where it happened and why, without a mobile number. */
    public static Exception loggable(Throwable failure) {
        Exception shown =
                new Exception(reason(failure), failure.getCause() == null ? null : loggable(failure.getCause()));
        shown.setStackTrace(failure.getStackTrace());
        return shown;
    }

    /** Reactor's way of saying that {@code block(timeout)} ran out. */
    private static boolean timedOutBlocking(Throwable cause) {
        return cause instanceof IllegalStateException
                && cause.getMessage() instanceof String message
                && message.startsWith("Timeout on blocking read");
    }

    /** The server is shutting down, starting up or out of resources (SQL states 57P.. and class 53); a statement that takes too long is not. */
    private static boolean serverGoingAway(Throwable cause) {
        return cause instanceof R2dbcNonTransientException e
                && e.getSqlState() instanceof String state
                && (state.startsWith("57P") || state.startsWith("53"));
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
