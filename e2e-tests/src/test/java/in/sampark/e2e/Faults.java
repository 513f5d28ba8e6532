package in.sampark.e2e;

import in.sampark.launcher.Progress;
import in.sampark.launcher.story.Interlude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Lets faults begin in the course of a story, each before another of its steps, which goes on meanwhile. */
final class Faults implements Interlude {

    /** Before a step of a day. */
    record Moment(LocalDate day, Step step) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byDay = day.compareTo(other.day);
            return byDay == 0 ? step.compareTo(other.step) : byDay;
        }
    }

    private final Map<Moment, Fault> planned = new HashMap<>();
    private final Progress progress;
    private CompletableFuture<Void> present = CompletableFuture.completedFuture(null);

    Faults(Progress progress) {
        this.progress = progress;
    }

    /** Plans the faults at moments that chance chooses. */
    void plan(List<? extends Fault> faults, List<Moment> moments, RandomGenerator chance) {
        List<Moment> free = new ArrayList<>(moments);
        free.removeAll(planned.keySet());
        if (free.size() < faults.size()) {
            throw new IllegalArgumentException(
                    "moments: " + free.size() + " (expected: one for each of " + faults.size() + " faults)");
        }
        Collections.shuffle(free, chance);
        for (int i = 0; i < faults.size(); i++) {
            planned.put(free.get(i), faults.get(i));
        }
    }

    @Override
    public void before(LocalDate day, Step step) {
        present.join();
        Fault fault = planned.remove(new Moment(day, step));
        if (fault != null) {
            progress.say("%s, before the %s: %s".formatted(day, step.name().toLowerCase(), fault));
            present = fault.begin();
        }
    }

    /** Waits until the last one is over. Answers with those that never began. */
    List<Fault> end() {
        present.join();
        return List.copyOf(planned.values());
    }
}
