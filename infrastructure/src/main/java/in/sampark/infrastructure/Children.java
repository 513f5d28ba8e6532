package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The processes this one has started, in tiers: what is in a later tier needs what is in the earlier ones. Stopped tier
 * by tier from the last, at the latest when this JVM ends.
 */
public final class Children implements AutoCloseable {

    private final PidFiles pids;
    private final Deque<List<Child>> tiers = new ArrayDeque<>();
    private final CompletableFuture<Child> firstEnded = new CompletableFuture<>();
    private final Thread hook = Thread.ofPlatform().name("children").unstarted(this::stopAll);
    private boolean stopped;

    /** @param pids a folder that remembers which processes run, for whoever comes after a crash */
    public Children(Path pids) {
        this.pids = new PidFiles(pids);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What is added from now on needs all that was added before. */
    public synchronized void nextTier() {
        tiers.push(new ArrayList<>());
    }

    /**
     * Takes charge of a child.
     *
     * @throws IllegalStateException when all has been stopped meanwhile; the child is stopped too
     */
    public <C extends Child> C add(C child) {
        synchronized (this) {
            if (!stopped) {
                if (tiers.isEmpty()) {
                    nextTier();
                }
                tiers.element().add(child);
                remember(child);
                child.ended().thenAccept(firstEnded::complete);
                return child;
            }
        }
        child.stop();
        throw new IllegalStateException(child.name() + " was started while everything was being stopped");
    }

    /** Completes with the first child that ends, whether on its own or stopped. */
    public CompletableFuture<Child> firstEnded() {
        return firstEnded.copy();
    }

    /** All that was added, in order. */
    public synchronized List<Child> all() {
        List<Child> all = new ArrayList<>();
        tiers.descendingIterator().forEachRemaining(all::addAll);
        return all;
    }

    /** Stops every child and waits for the end of each. Harmless when repeated. */
    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM is ending: the hook runs, or has run.
        }
    }

    private synchronized void stopAll() {
        stopped = true;
        while (!tiers.isEmpty()) {
            stop(tiers.pop());
        }
    }

    private void stop(List<Child> tier) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tier.forEach(child -> threads.execute(() -> {
                child.stop();
                pids.forget(child.name());
            }));
        }
    }

    private void remember(Child child) {
        try {
            pids.remember(child.name(), child.process());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the process of " + child.name(), e);
        }
    }
}
