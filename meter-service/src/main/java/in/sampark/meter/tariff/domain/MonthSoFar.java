package in.sampark.meter.tariff.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the days of a month that are behind left to the next: tariff and load may have been others on each. Null is what nobody noted, and is then taken
 * as if all had been under the tariff and load that hold now.
 *
 * @param wh energy they used, in watt-hours
 * @param fixedPaise their fixed charge, due or waived
 * @param waivedPaise what of it is waived so far
 * @param shortPaise what they lack to the minimum; below zero: what was charged beyond it
 */
public record MonthSoFar(
        long wh,
        @Nullable Long fixedPaise,
        @Nullable Long waivedPaise,
        @Nullable Long shortPaise) {

    /** No day is behind. */
    public static final MonthSoFar NOTHING = new MonthSoFar(0, 0L, 0L, 0L);

    public MonthSoFar {
        if (wh < 0) throw new IllegalArgumentException("month so far: " + wh + " Wh (expected: >= 0)");
    }

    /** Of which only the energy is known. */
    public static MonthSoFar used(long wh) {
        return wh == 0 ? NOTHING : new MonthSoFar(wh, null, null, null);
    }

    public MonthSoFar withWh(long wh) {
        return new MonthSoFar(wh, fixedPaise, waivedPaise, shortPaise);
    }

    MonthSoFar withFixed(long paise) {
        return new MonthSoFar(wh, paise, waivedPaise, shortPaise);
    }

    MonthSoFar withWaived(long paise) {
        return new MonthSoFar(wh, fixedPaise, paise, shortPaise);
    }

    MonthSoFar withShort(long paise) {
        return new MonthSoFar(wh, fixedPaise, waivedPaise, paise);
    }
}
