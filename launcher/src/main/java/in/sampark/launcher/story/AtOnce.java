package in.sampark.launcher.story;

import in.sampark.infrastructure.Together;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The same call to several services at the same time. */
final class AtOnce {

    private AtOnce() {}

    /** Returns when all calls have. @throws RuntimeException that of the first call that fails */
    static <T> void each(Collection<T> all, Consumer<T> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Together.await(all.stream()
                    .map(one -> CompletableFuture.runAsync(() -> call.accept(one), threads))
                    .toList());
        }
    }
}
