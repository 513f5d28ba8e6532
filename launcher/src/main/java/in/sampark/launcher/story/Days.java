package in.sampark.launcher.story;

import in.sampark.launcher.Progress;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Plays day after day, as fast as the system settles. A part of it that is away for a while is waited for. */
final class Days {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime AFTER_POSTING = LocalTime.of(0, 30);
    private static final int PASSED_ALREADY = 409;
    private static final Patience AWAY = new Patience(Duration.ofMinutes(2), Duration.ofMillis(200));

    private final Api api;
    private final URI simulator;
    private final URI later;
    private final Collection<URI> services;
    private final Who operator;
    private final Settling settling;
    private final Interlude interlude;

    Days(Api api, RunningSystem system, Who operator, Settling settling, Interlude interlude) {
        this.api = api;
        this.simulator = system.simulator();
        this.services = system.instances().values();
        this.later = system.service("notification-service").resolve("/internal/later");
        this.operator = operator;
        this.settling = settling;
        this.interlude = interlude;
    }

    /** Plays the days from first to last: recharges at noon, registers at the midnight that ends the day, posting half an hour later. */
    void play(LocalDate first, LocalDate last, Progress progress) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1 || day.equals(first)) {
                progress.say("playing " + day.getMonth() + " " + day.getYear());
            }
            reach(at(day, NOON));
            interlude.before(day, Interlude.Step.RECHARGES);
            feed("recharges", day);
            settling.await();
            LocalDate next = day.plusDays(1);
            reach(at(next, LocalTime.MIDNIGHT));
            interlude.before(day, Interlude.Step.REGISTERS);
            feed("registers", day);
            settling.await();
            reach(at(next, AFTER_POSTING));
            settling.await();
        }
    }

    /** Goes forward to the time, stopping wherever something was to be done later. */
    private void reach(Instant time) {
        for (Optional<Instant> due = nextDue(); due.isPresent() && due.get().isBefore(time); due = nextDue()) {
            jump(due.get());
            settling.await();
        }
        jump(time);
    }

    private void jump(Instant time) {
        api.put(simulator.resolve("/clock"), Map.of("now", time.toString()));
        AtOnce.each(services, service -> AWAY.whileAway("set " + service, () -> set(service, time)));
    }

    /** A service that was started since has the time from the simulator's clock, and that has gone on. */
    private boolean set(URI service, Instant time) {
        try {
            api.put(service.resolve("/internal/clock"), operator, Map.of("now", time.toString()));
        } catch (Api.Refused e) {
            if (e.status() != PASSED_ALREADY) {
                throw e;
            }
        }
        return true;
    }

    private Optional<Instant> nextDue() {
        JsonNode due =
                AWAY.whileAway("ask " + later, () -> api.get(later, operator)).path("nextDue");
        return due.isString() ? Optional.of(Instant.parse(due.asString())) : Optional.empty();
    }

    /** What is fed twice is known by its ids, and taken once. */
    private void feed(String what, LocalDate day) {
        AWAY.whileAway("feed", () -> api.post(simulator.resolve("/feed/" + what + "?day=" + day)));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MeterStory.ZONE).toInstant();
    }
}
