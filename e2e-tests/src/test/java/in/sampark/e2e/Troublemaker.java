package in.sampark.e2e;

import static org.awaitility.Awaitility.await;

import in.sampark.infrastructure.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Makes the faults of a running system, and keeps note of what was away. */
final class Troublemaker {

    static final Map<String, ?> SLOW = Map.of("latencyMs", 1500);

    private static final Duration SOON = Duration.ofMillis(40);

    private final StartedSystem started;
    private final Notifications notifications;
    private final Phones phones;
    private final Officer officer;
    private final RandomGenerator chance;
    private final List<Death> deaths = new CopyOnWriteArrayList<>();

    Troublemaker(StartedSystem started, RandomGenerator chance) {
        this.started = started;
        this.notifications = new Notifications(started.system().database("notification-service"));
        this.phones = new Phones(started.system());
        this.officer = new Officer(started.system());
        this.chance = chance;
    }

    List<Death> deaths() {
        return deaths;
    }

    /** {@code kill -9} before the step, so that all its work waits, and a new start at once. */
    Fault killBefore(String program) {
        return new Named("kill -9 of " + program, () -> {
            Instant storyTime = phones.storyTime();
            started.local().kill(program);
            return CompletableFuture.runAsync(() -> revive(program, true, storyTime));
        });
    }

    /** {@code kill -9} somewhere in the step, within that time, and a new start at once. */
    Fault killWithin(Duration time, String program) {
        Duration after = chanceWithin(time);
        return new Named("kill -9 of %s after %d ms".formatted(program, after.toMillis()), () -> {
            Instant storyTime = phones.storyTime();
            return CompletableFuture.runAsync(
                    () -> {
                        started.local().kill(program);
                        revive(program, false, storyTime);
                    },
                    after(after));
        });
    }

    /** {@code kill -9} while messages are being handed over to a slow gateway, and a new start at once. */
    Fault killAtHandOver(String program) {
        return new Named("kill -9 of %s while it hands over".formatted(program), () -> {
            Instant storyTime = phones.storyTime();
            phones.trouble(SLOW);
            return CompletableFuture.runAsync(() -> {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> !notifications.claimed().isEmpty());
                started.local().kill(program);
                phones.trouble(Map.of());
                revive(program, false, storyTime);
            });
        });
    }

    /** {@code kill -9} of consumer-service soon after it was asked for a code, and another code when it is there again. */
    Fault killBetweenCodes(int first, int second) {
        String program = "consumer-service";
        Duration after = chanceWithin(SOON);
        return new Named("kill -9 of %s %d ms after a code".formatted(program, after.toMillis()), () -> {
            Instant storyTime = phones.storyTime();
            Officer.Asked before = officer.ask(first);
            CompletableFuture.runAsync(() -> started.local().kill(program), after(after))
                    .join();
            revive(program, true, storyTime);
            officer.awaitOnPhone(officer.ask(second));
            officer.awaitOnPhone(before);
            return CompletableFuture.completedFuture(null);
        });
    }

    private void revive(String program, boolean missed, Instant storyTime) {
        Set<UUID> claimed = notifications.claimed();
        started.local().startAgain(program);
        deaths.add(new Death(program, missed, storyTime, Instant.now(), claimed));
    }

    /** A part of the infrastructure is stopped for that long. */
    Fault away(String name, Part<?> part, Duration time) {
        return new Named("%s is away for %d s".formatted(name, time.toSeconds()), () -> {
            Instant storyTime = phones.storyTime();
            Set<UUID> claimed = new HashSet<>(notifications.claimed());
            part.stop();
            return CompletableFuture.runAsync(
                    () -> {
                        part.start();
                        claimed.addAll(notifications.claimed());
                        deaths.add(new Death(name, false, storyTime, Instant.now(), claimed));
                    },
                    after(time));
        });
    }

    /** The SMS gateway is in trouble, at most for that long. */
    Fault gateway(Map<String, ?> trouble, Duration time) {
        return new Named("gateway in trouble " + trouble, () -> {
            phones.trouble(trouble);
            return CompletableFuture.runAsync(() -> phones.trouble(Map.of()), after(time));
        });
    }

    private Duration chanceWithin(Duration time) {
        return Duration.ofMillis(chance.nextLong(time.toMillis()));
    }

    private static Executor after(Duration time) {
        return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Named(String name, Fault fault) implements Fault {
        @Override
        public CompletableFuture<Void> begin() {
            return fault.begin();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
