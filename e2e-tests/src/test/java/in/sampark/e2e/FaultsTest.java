package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.e2e.Faults.Moment;
import in.sampark.infrastructure.Infrastructure;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.StoryResult;
import in.sampark.launcher.story.Interlude.Step;
import in.sampark.launcher.story.MeterStory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eight meters, sixty days, and at moments that a seed chooses every service is killed three times, broker, database and registry are
 * away, and the SMS gateway is in every kind of trouble. The same comes out as without.
 */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {

    private static final int DAYS = 60;
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofSeconds(6);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(15);
    private static final Duration A_STEP = Duration.ofMillis(400);

    /** Shorter than in earnest, in the same proportions: what is lost is found within a step of the story. */
    private static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("SAMPARK_SMS_CONNECT_TIMEOUT", "1s"),
            Map.entry("SAMPARK_SMS_RESPONSE_TIMEOUT", "2s"),
            Map.entry("SAMPARK_SEND_TIMEOUT", "4s"),
            Map.entry("SAMPARK_RECORD_FOR", "6s"),
            Map.entry("SAMPARK_URGENT_SEND_FOR", "3s"),
            Map.entry("SAMPARK_URGENT_RECEIPT_WITHIN", "3s"),
            Map.entry("SAMPARK_ALERT_SEND_FOR", "3s"),
            Map.entry("SAMPARK_ALERT_RECEIPT_WITHIN", "3s"),
            Map.entry("SAMPARK_BULK_SEND_FOR", "3s"),
            Map.entry("SAMPARK_BULK_RECEIPT_WITHIN", "3s"),
            Map.entry("SAMPARK_ROUTINE_SEND_FOR", "3s"),
            Map.entry("SAMPARK_ROUTINE_RECEIPT_WITHIN", "3s"),
            // One after the other, a gateway that is slow makes a batch of five outlast its time.
            Map.entry("SAMPARK_ALERT_CONCURRENCY", "1"),
            Map.entry("SAMPARK_MESSAGING_BATCHTIMEOUT", "16s"),
            Map.entry("SAMPARK_RETRY_REFUSED", "1s"));

    /** A step in which so many people are told that one after the other they take longer than a batch may. */
    private static final int BUSY = 5;

    private static final String CONSUMERS = "consumer-service";
    private static final String METERS = "meter-service";
    private static final String NOTICES = "notification-service";

    /** The same moments each time, so that what a red build is about is the change. Other seeds make other moments. */
    private final long seed = Long.getLong("sampark.faults.seed", 133_763);

    private final Random chance = new Random(seed);

    @Test
    void whateverDiesNothingIsLostAndNobodyIsToldTwice() throws Exception {
        Path meters = EightMeters.file();
        Map<String, Reckoning> reckoned = Reckoning.of(meters, DAYS);
        try (StartedSystem started = StartedSystem.start("faults", meters, Integer.toString(DAYS), TIMES, "")) {
            started.progress().say("chance begins with -Dsampark.faults.seed=" + seed);
            Troublemaker troublemaker = new Troublemaker(started, chance);
            Faults faults = new Faults(started.progress());
            plan(faults, troublemaker, started.system(), moments(reckoned));

            StoryResult result = new MeterStory().play(started.system(), started.progress(), faults);

            started.progress().show(result.screen());
            assertThat(faults.end()).as("faults that never began").isEmpty();
            assertThat(result.right()).as(result.screen()).isTrue();
            ReckonedMeters.assertEqual(new JsonMapper().readTree(result.json()), reckoned);
            assertToldOnce(started.system(), troublemaker.deaths());
            assertBackSoon(started, troublemaker.deaths());
        }
    }

    /** When somebody with a proven number is told something, and how many are. */
    private static Map<Moment, Integer> moments(Map<String, Reckoning> reckoned) {
        Map<Moment, Integer> moments = new TreeMap<>();
        reckoned.values().stream().filter(Reckoning::verified).forEach(meter -> {
            meter.rechargeDays().forEach(day -> moments.merge(new Moment(day, Step.RECHARGES), 1, Integer::sum));
            meter.noticeDays().forEach(day -> moments.merge(new Moment(day, Step.REGISTERS), 1, Integer::sum));
        });
        return moments;
    }

    private void plan(Faults faults, Troublemaker make, RunningSystem system, Map<Moment, Integer> told) {
        List<Moment> all = List.copyOf(told.keySet());
        List<Moment> busy =
                all.stream().filter(moment -> told.get(moment) >= BUSY).toList();
        Infrastructure infrastructure = system.infrastructure();
        faults.plan(List.of(make.gateway(Troublemaker.SLOW, A_WHILE.multipliedBy(2))), busy, chance);
        faults.plan(
                List.of(
                        make.gateway(Map.of("answer", "status", "status", 500), A_WHILE),
                        // Of two, both may be attempts at one message, which ends unknown then.
                        make.gateway(Map.of("answer", "silence", "requests", 1), A_WHILE),
                        make.gateway(Map.of("answer", "silence", "taken", true, "requests", 2), A_WHILE),
                        make.gateway(Map.of("answer", "disconnect", "taken", true, "requests", 2), A_WHILE),
                        make.gateway(Map.of("listening", false), A_WHILE),
                        make.away("kafka", infrastructure.kafka(), AWAY),
                        make.away("postgres", infrastructure.postgres(), AWAY),
                        make.away("registry", infrastructure.registry(), AWAY)),
                all,
                chance);
        faults.plan(
                List.of(make.killBefore(METERS), make.killWithin(A_STEP, METERS), make.killWithin(A_STEP, METERS)),
                all,
                chance);
        faults.plan(
                List.of(make.killBefore(NOTICES), make.killWithin(A_STEP, NOTICES), make.killAtHandOver(NOTICES)),
                all,
                chance);
        system.instances().keySet().stream()
                .filter(program -> !List.of(CONSUMERS, METERS, NOTICES).contains(program))
                .forEach(program -> faults.plan(thrice(() -> make.killWithin(A_STEP, program)), all, chance));
        // The story's unproven numbers are those of the meters 0 and 5.
        faults.plan(
                List.of(make.killBetweenCodes(1, 2), make.killBetweenCodes(3, 4), make.killBetweenCodes(6, 7)),
                all,
                chance);
    }

    private static List<Fault> thrice(Supplier<Fault> kill) {
        return Stream.generate(kill).limit(3).toList();
    }

    /** Whatever was due arrived, and nothing twice but what nobody could know had arrived. */
    private static void assertToldOnce(RunningSystem system, List<Death> deaths) {
        Notifications notifications = new Notifications(system.database("notification-service"));
        Map<UUID, Integer> counts = new Phones(system).counts();
        assertThat(notifications.undelivered())
                .as("messages that did not arrive")
                .isEmpty();
        assertThat(counts.keySet()).containsAll(notifications.delivered());
        assertThat(deaths)
                .as("one that came while messages were handed over")
                .anyMatch(death -> !death.claimed().isEmpty());
        Set<UUID> unanswered = notifications.unanswered();
        assertThat(counts).allSatisfy((message, count) -> {
            long claimed = deaths.stream()
                    .filter(death -> death.claimed().contains(message))
                    .count();
            assertThat((long) count).isBetween(1L, 1 + claimed + (unanswered.contains(message) ? 1 : 0));
        });
    }

    private static void assertBackSoon(StartedSystem started, List<Death> deaths) {
        List<HandedOver> messages = new Phones(started.system()).all();
        Set<String> programs = started.system().instances().keySet();
        assertThat(deaths).filteredOn(death -> programs.contains(death.name())).allSatisfy(death -> {
            Optional<Duration> first = messages.stream()
                    .filter(death::keptWaiting)
                    .map(message -> Duration.between(death.ready(), message.receivedAt()))
                    .min(Comparator.naturalOrder());
            first.ifPresent(time -> started.progress()
                    .say("%s: first message %d ms after its return".formatted(death.name(), time.toMillis())));
            assertThat(first.isPresent() || !death.missed())
                    .as("a message after the return of %s", death)
                    .isTrue();
            assertThat(first.orElse(Duration.ZERO)).as("%s", death).isLessThan(BACK_WITHIN);
        });
    }
}
