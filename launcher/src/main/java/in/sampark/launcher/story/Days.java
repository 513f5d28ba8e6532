package in.sampark.launcher.story;

import in.sampark.launcher.Progress;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Plays day after day, as fast as the system settles. */
final class Days {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime AFTER_POSTING = LocalTime.of(0, 30);

    private final Api api;
    private final URI simulator;
    private final URI later;
    private final Collection<URI> services;
    private final Who operator;
    private final Settling settling;

    Days(Api api, RunningSystem system, Who operator, Settling settling) {
        this.api = api;
        this.simulator = system.simulator();
        this.services = system.services().values();
        this.later = system.service("notification-service").resolve("/internal/later");
        this.operator = operator;
        this.settling = settling;
    }

    /** Plays the days from first to last: recharges at noon, registers at the midnight that ends the day, posting half an hour later. */
    void play(LocalDate first, LocalDate last, Progress progress) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1 || day.equals(first)) {
                progress.say("playing " + day.getMonth() + " " + day.getYear());
            }
            reach(at(day, NOON));
            feed("recharges", day);
            settling.await();
            LocalDate next = day.plusDays(1);
            reach(at(next, LocalTime.MIDNIGHT));
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
        AtOnce.each(
                services,
                service -> api.put(service.resolve("/internal/clock"), operator, Map.of("now", time.toString())));
    }

    private Optional<Instant> nextDue() {
        JsonNode due = api.get(later, operator).path("nextDue");
        return due.isString() ? Optional.of(Instant.parse(due.asString())) : Optional.empty();
    }

    private void feed(String what, LocalDate day) {
        api.post(simulator.resolve("/feed/" + what + "?day=" + day));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MeterStory.ZONE).toInstant();
    }
}
