package in.sampark.consumer.connection.domain;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What became of declared connections.
 *
 * @param placed all of them where they belong, each with what was said otherwise
 * @param changes those that are new or have changed
 * @param elsewhere those left as they are, for their area on record is not the declarer's
 */
public record Recording(Map<ConnectionId, Placed> placed, List<Change> changes, Set<ConnectionId> elsewhere) {

    public Recording {
        placed = Map.copyOf(placed);
        changes = List.copyOf(changes);
        elsewhere = Set.copyOf(elsewhere);
    }

    public static Recording of(List<Placed> placed, List<Change> changes, Set<ConnectionId> elsewhere) {
        return new Recording(
                placed.stream()
                        .collect(toUnmodifiableMap(one -> one.connection().id(), one -> one)),
                changes,
                elsewhere);
    }

    /** Those that are new or have changed. */
    public Set<ConnectionId> changed() {
        return changes.stream().map(change -> change.now().connection().id()).collect(toUnmodifiableSet());
    }

    /** What was said of a declared connection's place and is not so by the network. */
    public List<Discrepancy> discrepancies(ConnectionId id) {
        return Objects.requireNonNull(placed.get(id)).discrepancies();
    }

    /** Where each declared connection was administered until now; a new one, where it is. */
    public Map<ConnectionId, AreaPath> areas() {
        Map<ConnectionId, AreaPath> areas = new HashMap<>();
        placed.forEach((id, one) -> areas.put(id, one.connection().area()));
        changes.forEach(change -> areas.put(change.now().connection().id(), change.area()));
        return areas;
    }
}
