package in.sampark.launcher.story;

import in.sampark.launcher.RunningSystem;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Recharges at noon, registers at the midnight that ends the day, posting half an hour later. */
final class Consumption implements Events {

    private static final LocalTime AFTER_POSTING = LocalTime.of(0, 30);

    private final Api api;
    private final URI simulator;
    private final Interlude interlude;

    Consumption(Api api, RunningSystem system, Interlude interlude) {
        this.api = api;
        this.simulator = system.simulator();
        this.interlude = interlude;
    }

    @Override
    public List<Event> of(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return List.of(
                Event.at(day, LocalTime.NOON, () -> feed("recharges", day, Interlude.Step.RECHARGES)),
                Event.at(next, LocalTime.MIDNIGHT, () -> feed("registers", day, Interlude.Step.REGISTERS)),
                Event.at(next, AFTER_POSTING, () -> {}));
    }

    /** What is fed twice is known by its ids, and taken once. */
    private void feed(String what, LocalDate day, Interlude.Step step) {
        interlude.before(day, step);
        Patience.AWAY.whileAway("feed", () -> api.post(simulator.resolve("/feed/" + what + "?day=" + day)));
    }
}
