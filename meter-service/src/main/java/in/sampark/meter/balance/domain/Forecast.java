package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a day costs and uses of late. A mean that every charged day moves by its share of the window, so that it takes two numbers and no history
 * to keep; until there are as many days as the window has, each counts alike.
 *
 * @param days charged days it rests on, no more than the window; 0 before the first
 * @param paisePerDay mean charge of a day in paise; 0 or less when days cost nothing
 * @param whPerDay mean use of a day in watt-hours
 */
public record Forecast(int days, long paisePerDay, long whPerDay) {

    /** Nothing is known yet. */
    public static final Forecast NONE = new Forecast(0, 0, 0);

    public Forecast {
        if (days < 0) throw new IllegalArgumentException("days of a forecast: " + days + " (expected: >= 0)");
    }

    /** Whole days a balance lasts; 0 when it is used up, empty when it is not known what a day costs or days cost nothing. */
    public OptionalInt daysLeft(long availablePaise) {
        if (availablePaise <= 0) return OptionalInt.of(0);
        if (paisePerDay <= 0) return OptionalInt.empty();
        return OptionalInt.of((int) Math.min(availablePaise / paisePerDay, Integer.MAX_VALUE));
    }

    /** What so many days cost in paise; empty when that is not known. */
    public OptionalLong paiseOf(int days) {
        return this.days == 0 ? OptionalLong.empty() : OptionalLong.of(Math.multiplyExact(paisePerDay, days));
    }

    /** With one more day. */
    Forecast and(Charge charge, long wh, int window) {
        int known = Math.min(days + 1, window);
        return new Forecast(known, towards(paisePerDay, charge.totalPaise(), known), towards(whPerDay, wh, known));
    }

    /** When a recent day turns out to have cost and used that much more, or less when below zero. */
    Forecast corrected(long paise, long wh) {
        return days == 0
                ? this
                : new Forecast(
                        days,
                        towards(paisePerDay, Math.addExact(paisePerDay, paise), days),
                        towards(whPerDay, Math.addExact(whPerDay, wh), days));
    }

    private static long towards(long mean, long value, int share) {
        long step = Math.subtractExact(value, mean);
        long half = share / 2;
        return Math.addExact(mean, (step < 0 ? Math.subtractExact(step, half) : Math.addExact(step, half)) / share);
    }
}
