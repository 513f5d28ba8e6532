package in.sampark.notification.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.settled.Unsettled;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PaceTest {

    private static final int PAGE = 1_000;
    private static final long AHEAD = 5_000;

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final Pace pace = new Pace(
            () -> Mono.fromSupplier(() -> {
                looks.incrementAndGet();
                return waiting.get();
            }),
            new Nothing(),
            AHEAD);

    @Test
    void theLaneIsLookedAtOnceForAllThereIsRoomFor() {
        assertThat(pages(5)).isEqualTo(5);
        assertThat(looks).hasValue(1);
    }

    @Test
    void thenItIsLookedAtAgain() {
        pages(5);
        waiting.set(5 * PAGE);
        assertThat(pages(1)).isEqualTo(1);
        assertThat(looks).hasValue(2);

        waiting.set(6 * PAGE);
        assertThat(pages(3)).isZero();
        assertThat(looks).hasValue(5);

        waiting.set(3 * PAGE);
        assertThat(pages(2)).isEqualTo(2);
        assertThat(looks).hasValue(6);
    }

    /** How many of so many pages there was room for. */
    private long pages(int many) {
        return IntStream.range(0, many).filter(page -> pace.room(PAGE).block()).count();
    }

    private static final class Nothing implements Unsettled {

        @Override
        public String what() {
            return "announcements on their way";
        }

        @Override
        public Mono<Long> count() {
            return Mono.just(0L);
        }
    }
}
