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
public record MonthBehind(
        long wh,
        @Nullable Long fixedPaise,
        @Nullable Long waivedPaise,
        @Nullable Long shortPaise) {

    /** No day is behind. */
    public static final MonthBehind NOTHING = new MonthBehind(0, 0L, 0L, 0L);

    public MonthBehind {
        if (wh < 0) throw new IllegalArgumentException("month so far: " + wh + " Wh (expected: >= 0)");
    }

    /** Of which only the energy is known. */
    public static MonthBehind used(long wh) {
        return wh == 0 ? NOTHING : new MonthBehind(wh, null, null, null);
    }

    public MonthBehind withWh(long wh) {
        return new MonthBehind(wh, fixedPaise, waivedPaise, shortPaise);
    }

    MonthBehind withFixed(long paise) {
        return new MonthBehind(wh, paise, waivedPaise, shortPaise);
    }

    MonthBehind withWaived(long paise) {
        return new MonthBehind(wh, fixedPaise, paise, shortPaise);
    }

    MonthBehind withShort(long paise) {
        return new MonthBehind(wh, fixedPaise, waivedPaise, paise);
    }
}
