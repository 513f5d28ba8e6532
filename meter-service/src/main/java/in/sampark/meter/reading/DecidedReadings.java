package in.sampark.meter.reading;

import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.reading.Readings.OfConnection;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.Judgement;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Metered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Readings judged one after the other, each seeing what those before it changed. */
final class DecidedReadings {

    private final Map<String, Metered> metered;
    private final JudgeReading judge;
    private final Instant now;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<OfConnection> added = new ArrayList<>();
    private final List<OfConnection> replaced = new ArrayList<>();
    private final Set<String> reachedBack = new HashSet<>();

    DecidedReadings(Map<String, Metered> metered, JudgeReading judge, Instant now) {
        this.metered = new HashMap<>(metered);
        this.judge = judge;
        this.now = now;
    }

    /** The company of a connection; nothing when the connection is not known. */
    Optional<String> discomOf(String connectionId) {
        return Optional.ofNullable(metered.get(connectionId))
                .map(known -> known.account().discom());
    }

    /** What becomes of it; nothing when the connection is not known. */
    Optional<Judgement> decide(Asked asked) {
        Metered known = metered.get(asked.connectionId());
        if (known == null) return Optional.empty();
        Judgement judgement = judge.judge(known, asked.reading(), asked.eventId(), asked.receivedAt(), now);
        if (judgement instanceof Recorded recorded) record(asked.connectionId(), recorded);
        return Optional.of(judgement);
    }

    private void record(String connectionId, Recorded judged) {
        metered.put(connectionId, judged.next());
        changes.merge(connectionId, judged.change(), Change::then);
        OfConnection reading = new OfConnection(connectionId, judged.reading());
        boolean stored = judged.replacing() && !added.removeIf(earlier -> isOfSameTime(earlier, reading));
        (stored ? replaced : added).add(reading);
        if (!stored && judged.reachesBack()) reachedBack.add(connectionId);
    }

    private static boolean isOfSameTime(OfConnection one, OfConnection other) {
        return one.connectionId().equals(other.connectionId())
                && one.reading().at().equals(other.reading().at());
    }

    Collection<Change> changes() {
        return changes.values();
    }

    /** Those of a time of which none was on record. */
    List<OfConnection> added() {
        return added;
    }

    /** Those that take another's place. */
    List<OfConnection> replaced() {
        return replaced;
    }

    /** The connections of those added that may end doubts about readings before them, too. */
    Set<String> reachedBack() {
        return reachedBack;
    }
}
