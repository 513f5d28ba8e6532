package in.sampark.consumer.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TurnstileTest {

    private static final String HERE = "198.51.100.7";

    private final Turnstile turnstile = new Turnstile(2);
    private final Sinks.One<String> done = Sinks.one();

    @Test
    void whoComesWhenEnoughAreInsideIsRefused() {
        List<Disposable> inside = enter(2);

        assertThat(came(HERE)).isEqualTo("refused");
        assertThat(came("198.51.100.8")).isEqualTo("came in");
        assertThat(inside).noneMatch(Disposable::isDisposed);
    }

    @Test
    void placesAreFreeAgainWhenTheWorkIsDone() {
        enter(2);

        done.tryEmitValue("done");

        assertThat(came(HERE)).isEqualTo("came in");
    }

    @Test
    void placesAreFreeAgainWhenTheWorkFailsOrIsGivenUp() {
        enter(2).forEach(Disposable::dispose);
        turnstile
                .pass(HERE, Mono.error(new IllegalStateException("failed")), "refused")
                .onErrorComplete()
                .block();

        enter(1);

        assertThat(came(HERE)).isEqualTo("came in");
    }

    @Test
    void whoIsRefusedTakesNoPlace() {
        List<Disposable> inside = enter(2);
        came(HERE);
        came(HERE);

        inside.getFirst().dispose();

        assertThat(came(HERE)).isEqualTo("came in");
    }

    private String came(String address) {
        return String.valueOf(
                turnstile.pass(address, Mono.just("came in"), "refused").block());
    }

    private List<Disposable> enter(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> turnstile.pass(HERE, done.asMono(), "refused").subscribe())
                .toList();
    }
}
