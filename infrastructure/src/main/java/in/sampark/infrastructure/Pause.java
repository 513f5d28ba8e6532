package in.sampark.infrastructure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for another process. */
final class Pause {

    private Pause() {}

    /**
     * Waits at most that long for the end of something.
     *
     * @return whether it has ended
     * @throws IllegalStateException when this thread is interrupted, which stays marked on it
     */
    static boolean until(CompletableFuture<?> end, Duration atMost) {
        try {
            end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }
}
