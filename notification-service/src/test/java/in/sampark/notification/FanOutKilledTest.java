package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.OutageStanding;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.meter.RecordedWords;
import in.sampark.contract.meter.SupplyLevel;
import in.sampark.contract.notification.Dispatch;
import in.sampark.platform.leader.LeaderLoop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A fan-out whose service is killed, as a process, again and again. What runs here only looks on. A message that was twice in the hands of a
 * process that died is not tried a third time, so only of that nobody knows whether it was handed over.
 */
class FanOutKilledTest extends NotificationTest {

    private static final int PEOPLE = 60;
    private static final int KILLED = 3;
    private static final String FEEDER = "KILLED-F1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @DynamicPropertySource
    static void smallPages(DynamicPropertyRegistry registry) {
        Map.of(
                        "SAMPARK_SESSION_TIMEOUT_MS", "6000",
                        "SAMPARK_FAN_OUT_PAGE", "3",
                        "SAMPARK_FAN_OUT_AHEAD", "5",
                        "SAMPARK_FAN_OUT_PAUSE", "100ms",
                        "SAMPARK_BULK_RECEIPT_WITHIN", "300ms",
                        "SAMPARK_BULK_SEND_FOR", "1s")
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    List<LeaderLoop> loops;

    private final long seed = new Random().nextLong();
    private Process service;

    @BeforeEach
    void theProcessDoesTheWork() throws IOException {
        listeners.stop();
        loops.forEach(LeaderLoop::stop);
        service = started();
    }

    /** And leaves its groups: whoever comes next finds them empty. */
    @AfterEach
    void itEnds() throws InterruptedException {
        service.destroy();
        service.waitFor();
    }

    @Test
    void everybodyIsToldAndTwiceOnlyWhoseMessageWasInFlight() throws Exception {
        for (int i = 0; i < PEOPLE; i++) {
            consumer(i);
            GATEWAY.answers(mobile(i), Gateway.DAWDLE, Gateway.DAWDLE);
        }
        RecordedOutage outage = outage();
        topics.send(Topics.RECORDED_OUTAGES, outage);

        for (int point : new Random(seed).ints(KILLED, 1, PEOPLE).sorted().toArray()) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> allHanded().size() >= point);
            kill();
            service = started();
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(open(outage)).as("seed %s", seed).isZero());
        assertThat(dispatches(outage)).as("planned, seed %s", seed).hasSize(PEOPLE);
        assertThat(value("select sum(amount)::bigint from planned where event_id = $1", outage.getEventId()))
                .as("counted, seed %s", seed)
                .isEqualTo((long) PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            int lost = lost(i, outage);
            assertThat(GATEWAY.handedTo(mobile(i)))
                    .as("seed %s: %s, lost %s times", seed, mobile(i), lost)
                    .hasSizeBetween(lost < 2 ? 1 : 0, 1 + lost);
        }
    }

    private Process started() throws IOException {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                NotificationApplication.class.getName(),
                "--server.port=0",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1/nobody",
                "--spring.profiles.active=local"));
        settings().forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/fan-out-killed.log")))
                .start();
    }

    /** What this test's context was given, for a process to be given the same but for gateways that hand over nothing. */
    private Stream<String> settings() {
        return environment.getPropertySources().stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> all
                        ? Arrays.stream(all.getPropertyNames())
                        : Stream.empty())
                .filter(name -> name.startsWith("SAMPARK_")
                        || name.startsWith("sampark.keys.")
                        || name.equals("spring.kafka.bootstrap-servers"))
                .filter(name -> !name.equals("SAMPARK_SMS_GATEWAYS"))
                .distinct()
                .map(name -> "--" + name + "=" + environment.getProperty(name));
    }

    private void kill() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    private void consumer(int which) {
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder()
                        .setEventId("connection " + id(which))
                        .setOccurredAt(clock.instant())
                        .setDiscom("DVVNL")
                        .setConnectionId(id(which))
                        .setVersion(1)
                        .setAccountNo(id(which).substring("DVVNL:".length()))
                        .setAreaPath("DVVNL/KILLED")
                        .setSubstation("KILLED-S1")
                        .setFeederCode(FEEDER)
                        .setDtCode("KILLED-T1")
                        .setCategory("LMV-1-URBAN")
                        .setSanctionedLoadW(1000)
                        .setBillingMode(BillingMode.POSTPAID)
                        .setSupplyFrom(LocalDate.of(2019, 1, 1))
                        .build());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(value("select version from connections where connection_id = $1", id(which)))
                                .isEqualTo(1L));
        contact(id(which), mobile(which), ContactStanding.VERIFIED, 1, "en");
    }

    private RecordedOutage outage() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return RecordedOutage.newBuilder()
                .setEventId("DVVNL:KILLED@1")
                .setOccurredAt(now)
                .setDiscom("DVVNL")
                .setOutageId("DVVNL:KILLED")
                .setRevision(1)
                .setStanding(OutageStanding.STARTED)
                .setCutsOffLevel(SupplyLevel.FEEDER)
                .setCutsOff(List.of(FEEDER))
                .setFromAt(now)
                .setExpectedRestorationAt(now.plus(Duration.ofHours(2)))
                .setWords(Map.of("en", new RecordedWords("Noorbari", "transformer repair")))
                .build();
    }

    private List<Gateway.Sms> allHanded() {
        return IntStream.range(0, PEOPLE)
                .boxed()
                .flatMap(i -> GATEWAY.handedTo(mobile(i)).stream())
                .toList();
    }

    /** How many are not told yet as far as is recorded, and one more while there are pages. */
    private long open(RecordedOutage outage) {
        return (long) Objects.requireNonNull(value("""
                select %d - count(*) + (select count(*) from fan_outs where event_id = $1 and state <> 'DONE')
                from messages where event_id = $1 and (state = 'ACCEPTED' or state = 'UNKNOWN' and unknowns = 2)
                """.formatted(PEOPLE), outage.getEventId()));
    }

    /** The ids of the messages planned. */
    private List<String> dispatches(RecordedOutage outage) {
        return topics.readAll(Topics.DISPATCH_BULK).stream()
                .filter(one -> outage.getEventId().equals(one.getCausationId()))
                .map(Dispatch::getMessageId)
                .distinct()
                .toList();
    }

    /** How often the person's message was in the hands of a process that died. */
    private int lost(int which, RecordedOutage outage) {
        return (int) Objects.requireNonNull(value(
                "select unknowns from messages where $1 = any(connection_ids) and event_id = '" + outage.getEventId()
                        + "'",
                id(which)));
    }

    private static String id(int which) {
        return "DVVNL:" + (7_260_000_000L + which);
    }

    private static String mobile(int which) {
        return "+919897260" + String.format("%03d", which);
    }
}
