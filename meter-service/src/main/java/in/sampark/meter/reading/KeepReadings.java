package in.sampark.meter.reading;

import in.sampark.meter.balance.KeepChanges;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Writes readings that were believed, and what became of their accounts, in the caller's transaction. */
final class KeepReadings {

    private final Readings readings;
    private final KeepChanges keepChanges;

    KeepReadings(Readings readings, KeepChanges keepChanges) {
        this.readings = readings;
        this.keepChanges = keepChanges;
    }

    /** Answers with the connections that have open doubts to be looked at anew. */
    Mono<Set<String>> keep(DecidedReadings decided, Instant now) {
        return readings.add(decided.added())
                .flatMap(
                        behind -> readings.replace(decided.replaced()).thenReturn(union(behind, decided.reachedBack())))
                .flatMap(stirred -> keepChanges.keepUse(decided.changes(), now).thenReturn(stirred));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
