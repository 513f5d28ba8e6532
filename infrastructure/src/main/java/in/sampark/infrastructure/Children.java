package in.sampark.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The processes this one has started, in tiers: what is in a later tier needs what is in the earlier ones. Stopped tier
 * by tier from the last, at the latest when this JVM ends.
 */
public final class Children implements AutoCloseable {

    private final PidFiles pids;
    private final Deque<List<Child>> tiers = new ArrayDeque<>();
    private final Set<Child> endedOnPurpose = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Child> firstEnded = new CompletableFuture<>();
    private final Thread hook = Thread.ofPlatform().name("children").unstarted(this::stopAll);
    private volatile boolean stopped;

    /** Stopping waits for what is being started, or that would stay behind. */
    private final Lock starting;

    private final Lock stopping;

    /** @param pids a folder that remembers which processes run, for whoever comes after a crash */
    public Children(Path pids) {
        this.pids = new PidFiles(pids);
        ReadWriteLock lock = new ReentrantReadWriteLock();
        this.starting = lock.readLock();
        this.stopping = lock.writeLock();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What is added from now on needs all that was added before. */
    public synchronized void nextTier() {
        tiers.push(new ArrayList<>());
    }

    /**
     * Starts a child and takes charge of it.
     *
     * @throws IllegalStateException when everything has been stopped meanwhile; nothing is started then
     */
    public <C extends Child> C start(Supplier<C> starter) {
        return start(starter, this::add);
    }

    /**
     * Starts a child in the place of one that has ended.
     *
     * @throws IllegalStateException when everything has been stopped meanwhile; nothing is started then
     */
    public <C extends Child> C startAgain(Child ended, Supplier<C> starter) {
        return start(starter, child -> replace(ended, child));
    }

    private <C extends Child> C start(Supplier<C> starter, Consumer<C> place) {
        starting.lock();
        try {
            if (stopped) {
                throw new IllegalStateException("everything is being stopped");
            }
            C child = starter.get();
            place.accept(child);
            remember(child);
            child.ended().thenAccept(this::noteEnd);
            return child;
        } finally {
            starting.unlock();
        }
    }

    private synchronized void add(Child child) {
        if (tiers.isEmpty()) {
            nextTier();
        }
        tiers.element().add(child);
    }

    private synchronized void replace(Child ended, Child child) {
        tiers.forEach(tier -> tier.replaceAll(one -> one == ended ? child : one));
    }

    /** Ends one child on purpose and leaves the others alone. @param way how it is ended */
    public void end(Child child, Consumer<Child> way) {
        endedOnPurpose.add(child);
        way.accept(child);
        pids.forget(child.name());
    }

    private void noteEnd(Child child) {
        if (!stopped && !endedOnPurpose.contains(child)) {
            firstEnded.complete(child);
        }
    }

    /** Completes with the first child that ends by itself. */
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

    private void stopAll() {
        stopped = true;
        stopping.lock();
        try {
            while (!tiers.isEmpty()) {
                stop(tiers.pop());
            }
        } finally {
            stopping.unlock();
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
