package in.sampark.launcher.story;

import in.sampark.launcher.Progress;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import in.sampark.launcher.story.Events.Event;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Plays day after day, as fast as the system settles. A part of it that is away for a while is waited for. */
final class Days {

    private static final int PASSED_ALREADY = 409;

    private final Api api;
    private final URI simulator;
    private final URI later;
    private final Collection<URI> services;
    private final Who operator;
    private final Settling settling;

    Days(Api api, RunningSystem system, Who operator, Settling settling) {
        this.api = api;
        this.simulator = system.simulator();
        this.services = system.instances().values();
        this.later = system.service("notification-service").resolve("/internal/later");
        this.operator = operator;
        this.settling = settling;
    }

    /** Plays what happens on the days from first to last, in the order of its time. */
    void play(LocalDate first, LocalDate last, List<Events> events, Progress progress) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1 || day.equals(first)) {
                progress.say("playing " + day.getMonth() + " " + day.getYear());
            }
            play(day, events);
        }
    }

    private void play(LocalDate day, List<Events> events) {
        events.stream()
                .flatMap(some -> some.of(day).stream())
                .sorted(Comparator.comparing(Event::at))
                .forEach(event -> {
                    reach(event.at());
                    event.happens().run();
                    settling.await();
                });
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
        AtOnce.each(services, service -> Patience.AWAY.whileAway("set " + service, () -> set(service, time)));
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
        JsonNode due = Patience.AWAY
                .whileAway("ask " + later, () -> api.get(later, operator))
                .path("nextDue");
        return due.isString() ? Optional.of(Instant.parse(due.asString())) : Optional.empty();
    }
}
