package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a connection was, is and will be charged by, from the first day it is charged or carried over.
 *
 * @param plans by their first day, at least one
 */
public record Timeline(NavigableMap<LocalDate, Plan> plans) {

    public Timeline {
        if (plans.isEmpty()) throw new IllegalArgumentException("plans: none (expected: at least one)");
        plans = Collections.unmodifiableNavigableMap(merged(plans));
    }

    /** Days like this one and no others. */
    public static Timeline of(LocalDate first, String category, long loadW, BillingMode mode) {
        return new Timeline(new TreeMap<>(Map.of(first, new Plan(category, loadW, mode, first))));
    }

    /** Of an account whose plans never changed behind its last posted day. */
    public static Timeline of(Terms terms) {
        return new Timeline(new TreeMap<>(terms.plans()));
    }

    public Plan on(LocalDate day) {
        Map.Entry<LocalDate, Plan> held = plans.floorEntry(day);
        return held == null ? plans.firstEntry().getValue() : held.getValue();
    }

    /** Another category and load from a day on. */
    Timeline supplying(LocalDate from, String category, long loadW) {
        return changed(from, (_, plan) -> plan.supplying(category, loadW));
    }

    /** Paying in another way from a day on, whatever was said of later days before. */
    Timeline paying(LocalDate from, BillingMode mode) {
        return changed(from, (_, plan) -> plan.paying(mode, from));
    }

    /**
     * Paying as it does at last, from an earlier or later day on. Days that it did not after all are as those before them; where there are none
     * before, they stay.
     */
    Timeline payingSince(LocalDate from) {
        Plan last = plans.lastEntry().getValue();
        Plan before = on(last.modeFrom().minusDays(1));
        Timeline earlier = from.isAfter(last.modeFrom()) ? paying(last.modeFrom(), before.mode()) : this;
        return earlier.paying(from, last.mode());
    }

    /** With nothing charged before a day. */
    Timeline carriedOverUntil(LocalDate day) {
        if (!day.isAfter(first())) return this;
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(plans.tailMap(day, true));
        next.put(day, on(day).paying(on(day).mode(), day));
        next.put(first(), plans.firstEntry().getValue().paying(BillingMode.CARRIED_OVER, first()));
        plans.headMap(day, false)
                .forEach((from, plan) -> next.put(from, plan.paying(BillingMode.CARRIED_OVER, first())));
        return new Timeline(next);
    }

    /** The same from another first day on. */
    Timeline beginning(LocalDate first) {
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(plans.tailMap(first, false));
        Plan held = on(first);
        next.put(first, held.paying(held.mode(), first));
        return new Timeline(next);
    }

    /** The first day they differ on; empty when they do not. */
    Optional<LocalDate> differsFrom(Timeline other) {
        TreeSet<LocalDate> days = new TreeSet<>(plans.keySet());
        days.addAll(other.plans.keySet());
        return days.stream().filter(day -> !on(day).equals(other.on(day))).findFirst();
    }

    /** As far as days from this one on are concerned. */
    Terms terms(LocalDate nextDay, LocalDate supplyFrom, @Nullable LocalDate supplyTo) {
        return new Terms(on(nextDay), plans.tailMap(nextDay, false), supplyFrom, supplyTo, false);
    }

    LocalDate first() {
        return plans.firstKey();
    }

    private Timeline changed(LocalDate wanted, BiFunction<LocalDate, Plan, Plan> change) {
        LocalDate from = wanted.isBefore(first()) ? first() : wanted;
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(plans);
        next.put(from, on(from));
        next.tailMap(from, true).replaceAll(change);
        return new Timeline(next);
    }

    /** Without plans that go on as the one before, and with runs of the same mode that know where they began. */
    private static NavigableMap<LocalDate, Plan> merged(SortedMap<LocalDate, Plan> plans) {
        NavigableMap<LocalDate, Plan> merged = new TreeMap<>();
        plans.forEach((from, plan) -> {
            Plan before = merged.isEmpty() ? null : merged.lastEntry().getValue();
            LocalDate modeFrom = before != null && before.mode() == plan.mode() ? before.modeFrom() : from;
            Plan run = plan.paying(plan.mode(), modeFrom);
            if (!run.equals(before)) merged.put(from, run);
        });
        return merged;
    }
}
