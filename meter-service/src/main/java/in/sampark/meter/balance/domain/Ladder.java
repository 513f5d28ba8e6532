package in.sampark.meter.balance.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rungs that watch an available balance on its way down. A rung is told of once and is silent until a recharge lifts the balance above it,
 * so corrections do not make it flap. Before the first recharge a percentage has no base and nothing is crossed.
 *
 * @param rungs in any order
 */
public record Ladder(List<Rung> rungs) {

    public Ladder {
        rungs = List.copyOf(rungs);
        if (Set.copyOf(rungs).size() != rungs.size()) {
            throw new IllegalArgumentException("ladder: " + rungs + " (expected: every rung once)");
        }
    }

    /**
     * What a look at the balance found.
     *
     * @param lowest the lowest rung crossed just now
     * @param crossed all rungs that are silent from now on
     */
    record Look(Optional<Rung> lowest, Set<Rung> crossed) {}

    Look look(Set<Rung> crossedBefore, long availablePaise, @Nullable LastRecharge last) {
        if (last == null) return new Look(Optional.empty(), crossedBefore);
        List<Rung> crossing = rungs.stream()
                .filter(rung -> !crossedBefore.contains(rung))
                .filter(rung -> rung.atOrAbove(availablePaise, last.paise()))
                .toList();
        if (crossing.isEmpty()) return new Look(Optional.empty(), crossedBefore);
        Set<Rung> crossed = new HashSet<>(crossedBefore);
        crossed.addAll(crossing);
        return new Look(crossing.stream().min(Comparator.comparingLong(Rung::value)), Set.copyOf(crossed));
    }

    /** The rungs that stay silent after a recharge: those not strictly below the balance. */
    Set<Rung> rearm(Set<Rung> crossed, long availablePaise, LastRecharge last) {
        return crossed.stream()
                .filter(rung -> rung.atOrAbove(availablePaise, last.paise()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
