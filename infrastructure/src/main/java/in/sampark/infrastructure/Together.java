package in.sampark.infrastructure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waiting for what was begun together. */
public final class Together {

    private Together() {}

    /**
     * Waits until all are done or the first has failed, whichever comes first.
     *
     * @throws RuntimeException that of the first that failed
     */
    public static void await(List<? extends CompletableFuture<?>> begun) {
        CompletableFuture<Void> all = CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new));
        for (CompletableFuture<?> one : begun) {
            one.whenComplete((done, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
