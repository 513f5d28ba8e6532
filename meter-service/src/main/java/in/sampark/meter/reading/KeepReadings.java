package in.sampark.meter.reading;

import in.sampark.meter.balance.KeepChanges;
import in.sampark.meter.reading.Readings.OfConnection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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

    /** Answers with the connections whose open doubts are to be looked at anew. */
    Mono<Set<String>> keep(DecidedReadings decided, Instant now) {
        return readings.add(decided.added(), decided.reachedBack())
                .flatMap(doubted ->
                        readings.replace(decided.replaced()).thenReturn(stirred(doubted, decided.replaced())))
                .flatMap(stirred -> keepChanges.keepUse(decided.changes(), now).thenReturn(stirred));
    }

    private static Set<String> stirred(Set<String> doubted, List<OfConnection> replaced) {
        if (replaced.isEmpty()) return doubted;
        Set<String> stirred = new HashSet<>(doubted);
        replaced.forEach(reading -> stirred.add(reading.connectionId()));
        return stirred;
    }
}
