package in.sampark.meter.balance.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account is charged by, as far as days are concerned that are not posted yet.
 *
 * @param plan what the next day to post is charged by
 * @param toCome plans that follow, by their first day
 * @param supplyFrom first local day of supply
 * @param supplyTo last local day that is charged; null while supplied
 * @param removed whether the connection exists no longer
 */
public record Terms(
        Plan plan,
        SortedMap<LocalDate, Plan> toCome,
        LocalDate supplyFrom,
        @Nullable LocalDate supplyTo,
        boolean removed) {

    public Terms {
        toCome = toCome.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(toCome));
        if (supplyTo != null && supplyTo.isBefore(supplyFrom)) {
            throw new IllegalArgumentException(
                    "supply to: " + supplyTo + " (expected: not before supply from, " + supplyFrom + ")");
        }
    }

    /** Terms that hold from the first day of supply on. */
    public Terms(
            String category,
            long loadW,
            LocalDate supplyFrom,
            @Nullable LocalDate supplyTo,
            BillingMode mode,
            boolean removed) {
        this(new Plan(category, loadW, mode, supplyFrom), Collections.emptySortedMap(), supplyFrom, supplyTo, removed);
    }

    public String category() {
        return plan.category();
    }

    public long loadW() {
        return plan.loadW();
    }

    /** The largest load known of days that are not posted yet, in watts. */
    public long largestLoadW() {
        if (toCome.isEmpty()) return plan.loadW();
        return toCome.values().stream().mapToLong(Plan::loadW).reduce(plan.loadW(), Math::max);
    }

    public BillingMode mode() {
        return plan.mode();
    }

    /** Whether a day lies in the supply period. */
    public boolean supplied(LocalDate day) {
        return !day.isBefore(supplyFrom) && !afterSupply(day);
    }

    /** Whether days are charged here as things stand. */
    public boolean charged() {
        return plan.charged() && !removed;
    }

    /** What a day is charged by that is not posted yet. */
    Plan on(LocalDate day) {
        if (toCome.isEmpty() || day.isBefore(toCome.firstKey())) return plan;
        return new TreeMap<>(toCome).floorEntry(day).getValue();
    }

    /** The same, as far as days from this one on are concerned. */
    Terms from(LocalDate day) {
        if (toCome.isEmpty() || day.isBefore(toCome.firstKey())) return this;
        return new Terms(on(day), toCome.tailMap(day.plusDays(1)), supplyFrom, supplyTo, removed);
    }

    boolean afterSupply(LocalDate day) {
        return supplyTo != null && day.isAfter(supplyTo);
    }

    public Terms withoutConnection() {
        return new Terms(plan, toCome, supplyFrom, supplyTo, true);
    }

    /** All plans these terms know of, by their first day. */
    Map<LocalDate, Plan> plans() {
        SortedMap<LocalDate, Plan> plans = new TreeMap<>(toCome);
        plans.put(plan.modeFrom(), plan);
        return plans;
    }
}
