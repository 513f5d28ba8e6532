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
 * What a connection was, is and will be charged by. What its records say, on which day supply began and which day its opening balance is of come by
 * different ways and in any order; so each is kept as it was said, and what days are charged by follows from all three.
 *
 * @param declared what its records say, by first day, at least one
 * @param supplyFrom first day of supply
 * @param openedOn day of its opening balance; null when there is none
 */
public record Timeline(
        NavigableMap<LocalDate, Plan> declared,
        LocalDate supplyFrom,
        @Nullable LocalDate openedOn) {

    public Timeline {
        if (declared.isEmpty()) throw new IllegalArgumentException("plans: none (expected: at least one)");
        declared = Collections.unmodifiableNavigableMap(merged(declared));
    }

    /** Days like this one and no others. */
    public static Timeline of(LocalDate first, String category, long loadW, BillingMode mode) {
        return new Timeline(new TreeMap<>(Map.of(first, new Plan(category, loadW, mode, first))), first, null);
    }

    /** Of an account whose plans never changed behind its last posted day. */
    public static Timeline of(Terms terms) {
        return new Timeline(new TreeMap<>(terms.plans()), terms.supplyFrom(), null);
    }

    /** By their first day: what was declared, with nothing charged before supply began or the opening balance was taken over. */
    public NavigableMap<LocalDate, Plan> plans() {
        LocalDate from = openedOn == null ? supplyFrom : later(supplyFrom, openedOn);
        return from.isAfter(declared.firstKey()) ? carriedOver(declared, from) : declared;
    }

    public Plan on(LocalDate day) {
        return on(plans(), day);
    }

    /** What was declared last. */
    Plan latest() {
        return declared.lastEntry().getValue();
    }

    /** Another category and load from a day on. */
    Timeline supplying(LocalDate from, String category, long loadW) {
        return changed(from, (_, plan) -> plan.supplying(category, loadW));
    }

    /** Paying in another way from a day on, whatever was said of later days before. */
    Timeline paying(LocalDate from, BillingMode mode) {
        return changed(later(from, suppliedSince()), (_, plan) -> plan.paying(mode, from));
    }

    /**
     * Paying as it does at last, from an earlier or later day on. Days that it did not after all are as those before them; where there are none
     * before, they stay.
     */
    Timeline payingSince(LocalDate from) {
        Plan last = latest();
        Plan before = on(declared, last.modeFrom().minusDays(1));
        Timeline earlier = from.isAfter(last.modeFrom()) ? paying(last.modeFrom(), before.mode()) : this;
        return earlier.paying(from, last.mode());
    }

    /** Declared to have been charged elsewhere before a day. */
    Timeline carriedOverUntil(LocalDate day) {
        return day.isAfter(declared.firstKey()) ? new Timeline(carriedOver(declared, day), supplyFrom, openedOn) : this;
    }

    /** With an opening balance. */
    Timeline opened(LocalDate day) {
        return new Timeline(declared, supplyFrom, day);
    }

    /**
     * Supplied from a day on.
     *
     * @param earliest first day of those days that are charged here however early supply began
     */
    Timeline supplied(LocalDate from, LocalDate earliest) {
        LocalDate first = later(from, earliest);
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(declared);
        if (first.isBefore(declared.firstKey()))
            next.put(first, declared.firstEntry().getValue());
        return new Timeline(next, from, openedOn);
    }

    /** With nothing charged behind a last day of supply. */
    Timeline endedAfter(@Nullable LocalDate last) {
        if (last == null) return this;
        LocalDate end = later(last.plusDays(1), declared.firstKey());
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(declared.headMap(end, false));
        next.put(end, on(declared, end).paying(BillingMode.CARRIED_OVER, end));
        return new Timeline(next, supplyFrom, openedOn);
    }

    /**
     * Supplied anew after an end, charged as before it.
     *
     * @param earliest as of {@link #supplied}
     */
    Timeline suppliedAgain(LocalDate last, LocalDate from, LocalDate earliest) {
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(endedAfter(last).declared());
        next.put(later(from, earliest), latest());
        return new Timeline(next, supplyFrom, openedOn);
    }

    /** The first day they differ on; empty when they do not. */
    Optional<LocalDate> differsFrom(Timeline other) {
        TreeSet<LocalDate> days = new TreeSet<>(plans().keySet());
        days.addAll(other.plans().keySet());
        return days.stream().filter(day -> !on(day).equals(other.on(day))).findFirst();
    }

    /** As far as days from this one on are concerned. */
    Terms terms(LocalDate nextDay, @Nullable LocalDate supplyTo) {
        return new Terms(on(nextDay), plans().tailMap(nextDay, false), supplyFrom, supplyTo, false);
    }

    /** The first day to post. */
    LocalDate first() {
        return later(declared.firstKey(), supplyFrom);
    }

    /** Whether the first day of supply is charged here as its records say, whenever an opening balance comes. */
    boolean chargedFromTheFirst() {
        return first().equals(supplyFrom) && on(declared, supplyFrom).mode() != BillingMode.CARRIED_OVER;
    }

    /** The first day behind the last time it was not supplied in between: carried over with days before it that are not. */
    private LocalDate suppliedSince() {
        LocalDate since = declared.firstKey();
        boolean supplied = false;
        boolean between = false;
        for (Map.Entry<LocalDate, Plan> plan : declared.entrySet()) {
            boolean carriedOver = plan.getValue().mode() == BillingMode.CARRIED_OVER;
            if (between && !carriedOver) since = plan.getKey();
            between = supplied && carriedOver;
            supplied |= !carriedOver;
        }
        return since;
    }

    private Timeline changed(LocalDate wanted, BiFunction<LocalDate, Plan, Plan> change) {
        LocalDate from = later(wanted, declared.firstKey());
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(declared);
        next.put(from, on(declared, from));
        next.tailMap(from, true).replaceAll(change);
        return new Timeline(next, supplyFrom, openedOn);
    }

    private static Plan on(NavigableMap<LocalDate, Plan> plans, LocalDate day) {
        Map.Entry<LocalDate, Plan> held = plans.floorEntry(day);
        return held == null ? plans.firstEntry().getValue() : held.getValue();
    }

    /** With nothing charged before a day behind the first one. */
    private static NavigableMap<LocalDate, Plan> carriedOver(NavigableMap<LocalDate, Plan> plans, LocalDate until) {
        NavigableMap<LocalDate, Plan> next = new TreeMap<>(plans);
        next.put(until, on(plans, until));
        next.headMap(until, false).replaceAll((_, plan) -> plan.paying(BillingMode.CARRIED_OVER, plans.firstKey()));
        return merged(next);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
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
