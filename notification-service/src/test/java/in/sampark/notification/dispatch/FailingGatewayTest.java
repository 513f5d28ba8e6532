package in.sampark.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.dispatch.DispatchSettings.BreakerSettings;
import in.sampark.notification.dispatch.HandOver.Answer;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.GatewayFile;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.Texts;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import in.sampark.notification.provider.http.HttpSmsGateway;
import in.sampark.notification.provider.http.SimulatedGateway;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two gateways over HTTP, the first of which is not always well. */
class FailingGatewayTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration OPEN_FOR = Duration.ofSeconds(15);
    private static final BreakerSettings BREAKER = new BreakerSettings(20, 50, OPEN_FOR, 5);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final SimulatedGateway simulatedFirst = new SimulatedGateway();
    private final SimulatedGateway simulatedSecond = new SimulatedGateway();
    private final HttpSmsGateway first = gateway("first", simulatedFirst);
    private final HttpSmsGateway second = gateway("second", simulatedSecond);
    private final AtomicInteger askedFirst = new AtomicInteger();
    private final HandOver handOver = new HandOver(List.of(guarded(counted(first)), guarded(second)));

    @AfterEach
    void stop() {
        first.close();
        second.close();
        simulatedFirst.close();
        simulatedSecond.close();
    }

    @Test
    void whileTheFirstAnswersWith500MessagesGoByTheSecondAndTheFirstIsAskedForTrialsOnly() {
        simulatedFirst.trouble("{\"answer\": \"status\", \"status\": 500}");

        assertThat(whoTook(20)).containsOnly("second");
        assertThat(askedFirst).hasValue(20);
        for (int minute = 1; minute <= 4; minute++) {
            clock.advance(OPEN_FOR.plusMillis(1));
            assertThat(whoTook(30)).containsOnly("second");
            assertThat(askedFirst).hasValue(20 + minute * 5);
        }

        simulatedFirst.trouble("{}");
        clock.advance(OPEN_FOR.plusMillis(1));
        whoTook(5);
        assertThat(whoTook(20)).containsOnly("first");
    }

    @Test
    void whoAsksToSlowDownIsHeededWhenNobodyElseTakesTheMessage() {
        simulatedFirst.trouble("{\"answer\": \"status\", \"status\": 429, \"retryAfterSeconds\": 7}");
        assertThat(whoTook(30)).containsOnly("second");
        assertThat(askedFirst).hasValue(30);

        var alone = new HandOver(List.of(guarded(first)));

        assertThat(alone.of(Texts.any(), Lane.ALERT, Deadline.after(SOON), null).block(SOON))
                .isEqualTo(new Answer("first", new Outcome.Throttled(Duration.ofSeconds(7))));
    }

    /** Who took each of so many messages, four at a time. */
    private List<String> whoTook(int messages) {
        return Flux.fromStream(IntStream.range(0, messages).mapToObj(i -> Texts.any()))
                .flatMap(sms -> handOver.of(sms, Lane.ALERT, Deadline.after(SOON), null), 4)
                .doOnNext(answer -> assertThat(answer.outcome()).isInstanceOf(Outcome.Accepted.class))
                .map(answer -> String.valueOf(answer.provider()))
                .collectList()
                .block(SOON);
    }

    private GuardedProvider guarded(SmsProvider provider) {
        return new GuardedProvider(provider, SOON, null, BREAKER, clock, new SimpleMeterRegistry());
    }

    private SmsProvider counted(SmsProvider provider) {
        return new SmsProvider() {
            @Override
            public String name() {
                return provider.name();
            }

            @Override
            public Mono<Outcome> send(OutgoingSms sms) {
                askedFirst.incrementAndGet();
                return provider.send(sms);
            }
        };
    }

    private static HttpSmsGateway gateway(String name, SimulatedGateway simulated) {
        var file = new GatewayFile(
                "simulator",
                Map.of(
                        "SAMPARK_SMS_URL",
                        simulated.url("/sms/messages").toString(),
                        "SAMPARK_SMS_API_KEY",
                        SimulatedGateway.KEY));
        return new HttpSmsGateway(name, file.http(), Set.of(), Clock.systemUTC());
    }
}
