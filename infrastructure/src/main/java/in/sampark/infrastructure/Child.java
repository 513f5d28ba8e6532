package in.sampark.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process that was started and will be stopped by this one. */
public interface Child {

    /** What people call it: {@code kafka}, {@code meter-service}. */
    String name();

    ProcessHandle process();

    /** Where its output goes. */
    Path log();

    /**
     * Waits until it is ready.
     *
     * @throws ChildFailedException when it does not become so
     */
    void awaitReady();

    /** Asks it to stop, waits, and kills it when it does not. Harmless on a child that has ended. */
    void stop();

    /** Ends it without asking ({@code kill -9}) and waits for its end. Harmless on a child that has ended. */
    default void kill() {
        process().destroyForcibly();
        process().onExit().join();
    }

    /** Completes when the process has ended, for whatever reason. */
    default CompletableFuture<Child> ended() {
        return process().onExit().thenApply(handle -> this);
    }

    /**
     * Waits for the process to end.
     *
     * @return whether it has ended within the time
     */
    default boolean endsWithin(Duration time) {
        return Pause.until(process().onExit(), time);
    }
}
