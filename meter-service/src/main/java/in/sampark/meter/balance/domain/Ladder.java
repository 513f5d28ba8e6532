package in.sampark.meter.balance.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rungs that watch an available balance on its way down. A rung is told of once and is silent until money that comes in lifts the balance above
 * it, so corrections do not make it flap; but that at nothing is told of once a debt, whatever ended the one before. Of several crossed at once the
 * lowest is told, which is the one with the least money left, whatever it is measured in.
 *
 * @param rungs in any order
 * @param beforeRecharge rungs in place of percentages as long as there is no recharge to take them of
 */
public record Ladder(List<Rung> rungs, List<Rung> beforeRecharge) {

    public Ladder {
        rungs = distinct(rungs);
        beforeRecharge = distinct(beforeRecharge);
        if (beforeRecharge.stream().anyMatch(Ladder::takesRecharge)) {
            throw new IllegalArgumentException(
                    "rungs before the first recharge: " + beforeRecharge + " (expected: rupees or days left)");
        }
    }

    /** The rungs where they stand for an account. */
    Standing of(@Nullable LastRecharge last, Forecast recent, List<Rung> own) {
        if (last != null && own.isEmpty()) return new Standing(rungs, last, recent);
        Set<Rung> all = new LinkedHashSet<>();
        for (Rung rung : rungs) {
            if (last != null || !takesRecharge(rung)) all.add(rung);
        }
        if (last == null && rungs.stream().anyMatch(Ladder::takesRecharge)) all.addAll(beforeRecharge);
        all.addAll(own);
        return new Standing(all.stream().toList(), last, recent);
    }

    private static boolean takesRecharge(Rung rung) {
        return rung.unit() == Rung.Unit.PERCENT_OF_LAST_RECHARGE;
    }

    private static List<Rung> distinct(List<Rung> rungs) {
        if (Set.copyOf(rungs).size() != rungs.size()) {
            throw new IllegalArgumentException("ladder: " + rungs + " (expected: every rung once)");
        }
        return List.copyOf(rungs);
    }

    /**
     * What a look at the balance found.
     *
     * @param lowest the lowest rung crossed just now; empty also when that is one at nothing and another was told of in this debt
     * @param crossed all rungs that are silent from now on
     */
    record Look(Optional<Rung> lowest, Set<Rung> crossed) {}

    /** A ladder as it stands for an account. */
    record Standing(List<Rung> rungs, @Nullable LastRecharge last, Forecast recent) {

        Look look(Set<Rung> crossedBefore, long availablePaise) {
            List<Step> crossing = new ArrayList<>();
            for (Rung rung : rungs) {
                Step step = step(rung);
                if (step.atOrAbove(availablePaise) && !crossedBefore.contains(rung)) crossing.add(step);
            }
            if (crossing.isEmpty()) return new Look(Optional.empty(), crossedBefore);
            Set<Rung> crossed = new HashSet<>(crossedBefore);
            crossing.forEach(step -> crossed.add(step.rung()));
            boolean toldOfNothing = crossedBefore.stream().anyMatch(Rung::atNothing);
            Optional<Rung> lowest = crossing.stream().min(Step::compareTo).map(Step::rung);
            return new Look(lowest.filter(rung -> !(rung.atNothing() && toldOfNothing)), Set.copyOf(crossed));
        }

        /** The rungs that stay silent after money came in: those not strictly below the balance, but for that at nothing when nothing is owed. */
        Set<Rung> rearm(Set<Rung> crossed, long availablePaise) {
            return crossed.stream()
                    .filter(rung -> step(rung).atOrAbove(availablePaise) && !(rung.atNothing() && availablePaise == 0))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** What a percentage cannot be taken of, and a day cannot be known to cost, stands at nothing. */
        private Step step(Rung rung) {
            long base = switch (rung.unit()) {
                case PERCENT_OF_LAST_RECHARGE -> last == null ? 0 : last.paise();
                case PAISE -> 100;
                case DAYS_LEFT -> Math.multiplyExact(Math.max(0, recent.paisePerDay()), 100);
            };
            return new Step(rung, Math.multiplyExact(rung.value(), base));
        }
    }
}
