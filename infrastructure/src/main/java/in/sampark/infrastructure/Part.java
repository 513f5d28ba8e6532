package in.sampark.infrastructure;

import java.util.function.Supplier;

/** A part of the infrastructure, which can be away for a while and come back on the same port with the same data. */
public class Part<C extends Child> {

    private final Children children;
    private final Supplier<C> again;
    private volatile C running;

    /**
     * Starts the part.
     *
     * @param first starts it
     * @param again starts it after an end
     */
    Part(Children children, Supplier<C> first, Supplier<C> again) {
        this.children = children;
        this.again = again;
        this.running = children.start(first);
        running.awaitReady();
    }

    final C running() {
        return running;
    }

    /** Stops it as it stops at the end of a run. */
    public final void stop() {
        children.end(running, Child::stop);
    }

    /** Kills it without a warning. */
    public final void kill() {
        children.end(running, Child::kill);
    }

    /** Starts it after an end and waits until it is ready. */
    public final void start() {
        running = children.startAgain(running, again);
        running.awaitReady();
    }
}
