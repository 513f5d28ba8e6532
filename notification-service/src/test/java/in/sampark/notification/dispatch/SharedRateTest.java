package in.sampark.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.notification.dispatch.DispatchSettings.BreakerSettings;
import in.sampark.notification.dispatch.HandOver.Answer;
import in.sampark.notification.dispatch.domain.Rate;
import in.sampark.notification.dispatch.r2dbc.ProviderTurns;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.provider.GatewayFile;
import in.sampark.notification.provider.Texts;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.http.HttpSmsGateway;
import in.sampark.notification.provider.http.SimulatedGateway;
import in.sampark.platform.test.IntegrationTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A gateway that takes 80 messages a second, and two dispatchers that know of each other by the database alone. */
@IntegrationTest
@ActiveProfiles("local")
@TestPropertySource(properties = {"SAMPARK_SMS_API_KEY=key", "SAMPARK_SMS_WEBHOOK_SECRET=s"})
class SharedRateTest {

    private static final int RATE = 80;

    private static final int WAITING = 2000;
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    /** Never spares a gateway that a busy machine makes slow. */
    private static final BreakerSettings BREAKER = new BreakerSettings(10_000, 100, Duration.ofSeconds(15), 5);

    @Autowired
    DatabaseClient database;

    private final String name = "rated-" + UUID.randomUUID();
    private final SimulatedGateway simulated = new SimulatedGateway();
    private final HttpSmsGateway gateway = gateway();
    private final AtomicInteger handedOver = new AtomicInteger();

    @AfterEach
    void stop() {
        gateway.close();
        simulated.close();
    }

    @Test
    void aCodeAndANoticeToOnePersonLeaveAtOnceWhileManyWaitAndTheGatewaySeesNoMoreThanItsRate() {
        long begun = System.nanoTime();
        List<HandOver> dispatchers = Stream.generate(this::dispatcher).limit(2).toList();
        List<Disposable> bulk = dispatchers.stream().map(this::handOverManyBy).toList();
        await().atMost(SOON).until(() -> handedOver.get() >= 2 * RATE);

        for (int i = 0; i < 6; i++) {
            HandOver dispatcher = dispatchers.get(i % 2);
            assertThat(taken(dispatcher, Lane.URGENT)).isTrue();
            assertThat(taken(dispatcher, Lane.ALERT)).isTrue();
        }
        await().atMost(SOON).until(() -> handedOver.get() >= 5 * RATE);

        bulk.forEach(Disposable::dispose);
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(handedOver.get()).as("at the rate, by both together").isLessThan((int) (RATE * seconds));
    }

    @Test
    void whileThoseWhoComeFirstTakeEverythingTheRestWaitsAndThenGoesOn() {
        HandOver dispatcher = dispatcher();
        int many = 12 * RATE;
        var alerts = new AtomicInteger();
        Flux.range(0, many)
                .flatMap(i -> dispatcher.of(Texts.any(), Lane.ALERT, Deadline.after(SOON), null), many)
                .subscribe(answer -> alerts.incrementAndGet());
        Disposable bulk = handOverManyBy(dispatcher);

        await().atMost(SOON).until(() -> dispatcher.room(Lane.BULK, 1) == 0);
        assertThat(dispatcher
                        .of(Texts.any(), Lane.BULK, Deadline.after(Duration.ofMillis(300)), null)
                        .block(SOON))
                .as("too late")
                .isNull();

        await().atMost(SOON).until(() -> dispatcher.room(Lane.BULK, 1) > 0);
        bulk.dispose();
        await().atMost(SOON).untilAsserted(() -> assertThat(alerts).hasValue(many));
    }

    @Test
    void aProviderWithoutARateBooksNothing() {
        var guarded = new GuardedProvider(gateway, SOON, null, BREAKER, Clock.systemUTC(), new SimpleMeterRegistry());

        new HandOver(List.of(guarded))
                .of(Texts.any(), Lane.BULK, Deadline.after(SOON), null)
                .block(SOON);

        assertThat(booked()).isZero();
    }

    private Disposable handOverManyBy(HandOver dispatcher) {
        return Flux.fromStream(IntStream.range(0, WAITING).boxed())
                .flatMap(i -> dispatcher.of(Texts.any(), Lane.BULK, Deadline.after(SOON), null), 200)
                .subscribe(answer -> handedOver.incrementAndGet());
    }

    private boolean taken(HandOver dispatcher, Lane lane) {
        Answer answer =
                dispatcher.of(Texts.any(), lane, Deadline.after(AT_ONCE), null).block(AT_ONCE);
        return answer != null && answer.outcome() instanceof Outcome.Accepted;
    }

    private long booked() {
        return database.sql("select count(*) from provider_turns where provider = $1")
                .bind("$1", name)
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private HandOver dispatcher() {
        var turns = new Turns(name, new Rate(RATE, 20), new ProviderTurns(database));
        return new HandOver(List.of(
                new GuardedProvider(gateway, SOON, turns, BREAKER, Clock.systemUTC(), new SimpleMeterRegistry())));
    }

    private HttpSmsGateway gateway() {
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
