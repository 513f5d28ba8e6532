package in.sampark.meter.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.platform.web.Problem;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class FewAtOnceTest {

    private final FewAtOnce two = new FewAtOnce(2);

    @Test
    void whoFindsNoPlaceIsToldSoAndAPlaceIsFreeAgainHoweverTheWorkEnds() {
        Sinks.One<String> answered = Sinks.one();
        Sinks.One<String> failing = Sinks.one();
        CompletableFuture<String> first = two.admit(answered.asMono()).toFuture();
        CompletableFuture<String> second = two.admit(failing.asMono()).toFuture();
        assertThatThrownBy(() -> two.admit(Mono.just("third")).block())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("too many announcements wait for the message broker");

        failing.tryEmitError(new IllegalStateException("broker"));
        assertThat(second).isCompletedExceptionally();
        assertThat(two.admit(Mono.just("fourth")).block()).isEqualTo("fourth");
        answered.tryEmitValue("first");
        assertThat(first).isCompletedWithValue("first");
        two.admit(Mono.never()).subscribe().dispose();
        assertThat(two.admit(two.admit(Mono.just("nested"))).block()).isEqualTo("nested");
    }
}
