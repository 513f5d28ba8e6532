package in.sampark.launcher.story;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looking again and again, for a while. */
record Patience(Duration atMost, Duration pause) {

    /** For a part of the system that is away for a while. */
    static final Patience AWAY = new Patience(Duration.ofMinutes(2), Duration.ofMillis(200));

    /** @throws IllegalStateException when the time is over; says what did not happen */
    <T> T await(Supplier<String> what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what.get() + " after " + atMost.toSeconds() + " s");
            }
            rest();
        }
    }

    /** What the call answers as soon as those it is made to are there. @param what that could not be done */
    <T> T whileAway(String what, Supplier<T> call) {
        AtomicReference<RuntimeException> last = new AtomicReference<>();
        return await(() -> "cannot " + what + ": " + last.get(), () -> {
            try {
                return Optional.of(call.get());
            } catch (UncheckedIOException e) {
                last.set(e);
            } catch (Api.Refused e) {
                if (!e.mayPass()) {
                    throw e;
                }
                last.set(e);
            }
            return Optional.empty();
        });
    }

    /** The first that is good, or what is there when the time is over. */
    <T> T lookUntil(Supplier<T> look, Predicate<T> good) {
        long deadline = System.nanoTime() + atMost.toNanos();
        T seen = look.get();
        while (!good.test(seen) && System.nanoTime() < deadline) {
            rest();
            seen = look.get();
        }
        return seen;
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
