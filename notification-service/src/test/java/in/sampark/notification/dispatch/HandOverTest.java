package in.sampark.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.dispatch.DispatchSettings.BreakerSettings;
import in.sampark.notification.dispatch.HandOver.Answer;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.Texts;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Which of several providers is asked. A window of four, half of it failed; spared for a minute; two trials. */
class HandOverTest {

    private static final Outcome TAKEN = new Outcome.Accepted("1");
    private static final Outcome FAILED = new Outcome.Unavailable("HTTP_500");
    private static final Outcome SILENT = new Outcome.Unknown("NO_ANSWER");
    private static final Outcome REFUSED = new Outcome.Refused("CODE_102", false);
    private static final Outcome REFUSED_FOR_GOOD = new Outcome.Refused("CODE_105", true);
    private static final Outcome THROTTLED = new Outcome.Throttled(Duration.ofMinutes(1));
    private static final Answer SPARED = new Answer(null, new Outcome.Unavailable("SPARED"));

    static final Outcome[] SURELY_NOT_TAKEN = {FAILED, REFUSED, THROTTLED};
    static final Outcome[] OVER_OR_UNKNOWN = {TAKEN, SILENT, REFUSED_FOR_GOOD};
    static final Outcome[] OF_ONE_WHO_IS_WELL = {TAKEN, REFUSED, REFUSED_FOR_GOOD, THROTTLED};
    static final Outcome[] FAILURES = {FAILED, SILENT};

    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final Duration OPEN_FOR = Duration.ofMinutes(1);
    private static final BreakerSettings BREAKER = new BreakerSettings(4, 50, OPEN_FOR, 2);

    private static final OutgoingSms SMS = Texts.any();

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Fake first = new Fake("first");
    private final Fake second = new Fake("second");
    private final HandOver handOver = handOver(first, second);

    @Test
    void whoStandsFirstIsPreferred() {
        assertThat(handOver()).isEqualTo(new Answer("first", TAKEN));
        assertThat(second.asked).isZero();
    }

    @ParameterizedTest
    @FieldSource("SURELY_NOT_TAKEN")
    void whatTheFirstSurelyDidNotTakeGoesToTheSecondAtOnce(Outcome outcome) {
        first.answer = outcome;

        assertThat(handOver()).isEqualTo(new Answer("second", TAKEN));
    }

    @Test
    void whoGaveNoAnswerIsAskedLastTheNextTime() {
        assertThat(handOver.of(SMS, Lane.ALERT, Deadline.after(TIMEOUT), "first")
                        .block(Duration.ofSeconds(10)))
                .isEqualTo(new Answer("second", TAKEN));
        assertThat(first.asked).isZero();
    }

    @ParameterizedTest
    @FieldSource("OVER_OR_UNKNOWN")
    void nobodyElseIsAskedAboutWhatIsOverOrMayHaveBeenTaken(Outcome outcome) {
        first.answer = outcome;

        assertThat(handOver()).isEqualTo(new Answer("first", outcome));
        assertThat(second.asked).isZero();
    }

    @Test
    void ofSeveralWhoDoNotTakeItTheLastAnswerCounts() {
        first.answer = FAILED;
        second.answer = THROTTLED;

        assertThat(handOver()).isEqualTo(new Answer("second", THROTTLED));
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void whoFailsIsSpared(Outcome outcome) {
        first.answer = outcome;
        handOver(4);

        assertThat(handOver()).isEqualTo(new Answer("second", TAKEN));
        assertThat(first.asked).isEqualTo(4);
        assertThat(spared("first")).isEqualTo(1);
        assertThat(spared("second")).isZero();
    }

    @ParameterizedTest
    @FieldSource("OF_ONE_WHO_IS_WELL")
    void whoAnswersIsNotSpared(Outcome outcome) {
        first.answer = outcome;
        handOver(9);

        assertThat(first.asked).isEqualTo(9);
        assertThat(spared("first")).isZero();
    }

    @Test
    void whoFailsNowAndThenIsNotSpared() {
        for (int i = 0; i < 20; i++) {
            first.answer = i % 4 == 0 ? FAILED : TAKEN;
            handOver();
        }

        assertThat(first.asked).isEqualTo(20);
    }

    @Test
    void whenAllAreSparedNobodyIsAsked() {
        first.answer = FAILED;
        second.answer = FAILED;
        handOver(4);

        assertThat(handOver()).isEqualTo(SPARED);
        assertThat(first.asked).isEqualTo(4);
        assertThat(second.asked).isEqualTo(4);
    }

    @Test
    void whoWasAskedLastIsNamedAlsoWhenAllOthersAreSpared() {
        first.answer = REFUSED;
        second.answer = FAILED;
        handOver(4);

        assertThat(handOver()).isEqualTo(new Answer("first", REFUSED));
        assertThat(second.asked).isEqualTo(4);
    }

    @Test
    void whoIsWellAgainAfterTrialsIsPreferredAgain() {
        first.answer = FAILED;
        handOver(5);
        first.answer = TAKEN;
        assertThat(handOver()).isEqualTo(new Answer("second", TAKEN));

        clock.advance(OPEN_FOR.plusSeconds(1));

        handOver(3);
        assertThat(first.asked).isEqualTo(4 + 3);
        assertThat(spared("first")).isZero();
    }

    @Test
    void whoFailsItsTrialsIsSparedAgainAndTheirMessagesGoToTheNext() {
        first.answer = FAILED;
        handOver(4);
        clock.advance(OPEN_FOR.plusSeconds(1));

        assertThat(IntStream.range(0, 5).mapToObj(i -> handOver())).containsOnly(new Answer("second", TAKEN));
        assertThat(first.asked).isEqualTo(4 + 2);
    }

    @Test
    void duringTrialsNoMoreAreAskedThanThat() {
        first.answer = FAILED;
        handOver(4);
        clock.advance(OPEN_FOR.plusSeconds(1));
        first.hangs = true;

        IntStream.range(0, 5)
                .forEach(i -> handOver.of(SMS, Lane.ALERT, Deadline.after(TIMEOUT), null)
                        .subscribe());

        assertThat(first.asked).isEqualTo(4 + 2);
        assertThat(second.asked).isEqualTo(4 + 3);
    }

    @Test
    void aTrialThatIsGivenUpIsNoneAndMakesRoomForAnother() {
        first.answer = FAILED;
        handOver(4);
        clock.advance(OPEN_FOR.plusSeconds(1));
        first.hangs = true;
        IntStream.range(0, 2)
                .mapToObj(i -> handOver.of(SMS, Lane.ALERT, Deadline.after(TIMEOUT), null)
                        .subscribe())
                .forEach(Disposable::dispose);
        first.hangs = false;
        first.answer = TAKEN;

        handOver(2);

        assertThat(spared("first")).isZero();
    }

    @Test
    void whoBreaksThePortsPromiseHasFailedAndMayHaveTakenIt() {
        first.hangs = true;
        assertThat(handOver()).isEqualTo(new Answer("first", new Outcome.Unknown("TimeoutException")));

        first.hangs = false;
        first.throwsUp = true;
        assertThat(handOver()).isEqualTo(new Answer("first", new Outcome.Unknown("IllegalStateException")));
    }

    @Test
    void whoBlocksHasFailedInTimeToo() {
        var over = new CountDownLatch(1);
        first.blocks = over;
        Mono<Answer> answer =
                handOver.of(SMS, Lane.ALERT, Deadline.after(TIMEOUT), null).subscribeOn(Schedulers.boundedElastic());
        try {
            assertThat(answer.block(Duration.ofSeconds(10)))
                    .isEqualTo(new Answer("first", new Outcome.Unknown("TimeoutException")));
        } finally {
            over.countDown();
        }
    }

    private Answer handOver() {
        return handOver.of(SMS, Lane.ALERT, Deadline.after(TIMEOUT), null).block(Duration.ofSeconds(10));
    }

    private void handOver(int times) {
        IntStream.range(0, times).forEach(i -> handOver());
    }

    private double spared(String provider) {
        return meters.get("sampark.provider.spared")
                .tag("provider", provider)
                .gauge()
                .value();
    }

    private HandOver handOver(Fake... providers) {
        return new HandOver(Arrays.stream(providers)
                .map(provider -> new GuardedProvider(provider, TIMEOUT, null, BREAKER, clock, meters))
                .toList());
    }

    /** Does as it is told, and counts. */
    private static final class Fake implements SmsProvider {

        private final String name;
        private Outcome answer = TAKEN;
        private boolean hangs;
        private boolean throwsUp;
        private @Nullable CountDownLatch blocks;
        private int asked;

        Fake(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Mono<Outcome> send(OutgoingSms sms) {
            asked++;
            if (throwsUp) {
                throw new IllegalStateException("no promise kept");
            }
            if (blocks != null) {
                return Mono.fromCallable(() -> {
                    blocks.await();
                    return answer;
                });
            }
            return hangs ? Mono.never() : Mono.just(answer);
        }
    }
}
