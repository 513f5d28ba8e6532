package in.sampark.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Duration LIMIT = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TimeLimit limit = new TimeLimit(LIMIT);

    @Test
    void whatTakesLongerIsGivenUpAndWhatIsOverIsNot() {
        var over = new CompletableFuture<Long>();
        limit.begin(() -> over.complete(System.nanoTime())).dispose();

        givenUpInTime();

        assertThat(over).isNotDone();
    }

    /** The timer is set for the first of them, and then for the next. */
    @Test
    void eachHasItsOwnTime() {
        long begun = System.nanoTime();
        CompletableFuture<Void> first = begin();
        await().until(() -> System.nanoTime() - begun > LIMIT.toNanos() / 2);
        CompletableFuture<Void> second = begin();

        assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(SOON);
    }

    /** When nothing is under way there is no timer, and the next thing sets it again. */
    @Test
    void whatBeginsLaterIsGivenUpToo() {
        givenUpInTime();
        givenUpInTime();
    }

    @Test
    void whatCannotBeGivenUpKeepsNothingElseFromIt() {
        limit.begin(() -> {
            throw new IllegalStateException("cannot");
        });
        givenUpInTime();
        givenUpInTime();
    }

    private void givenUpInTime() {
        assertThat(begin()).succeedsWithin(SOON);
    }

    /** Done when it was given up, and failed when that was too soon. */
    private CompletableFuture<Void> begin() {
        var givenUp = new CompletableFuture<Void>();
        long begun = System.nanoTime();
        limit.begin(() -> {
            Duration after = Duration.ofNanos(System.nanoTime() - begun);
            if (after.compareTo(LIMIT) < 0) {
                givenUp.completeExceptionally(new AssertionError("given up after " + after));
            }
            givenUp.complete(null);
        });
        return givenUp;
    }
}
