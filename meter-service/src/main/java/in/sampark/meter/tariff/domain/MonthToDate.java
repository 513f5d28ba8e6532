package in.sampark.meter.tariff.domain;

import java.time.LocalDate;

/**
 * A calendar month as far as it is priced.
 *
 * @param wh energy used in the month so far, in watt-hours
 * @param days days of the month whose fixed charge is due, counted from the 1st; 0 for none
 * @param daysOfMonth length of the month
 * @param loadW sanctioned load in watts
 */
public record MonthToDate(long wh, int days, int daysOfMonth, long loadW) {

    public MonthToDate {
        if (wh < 0) throw new IllegalArgumentException("month to date: " + wh + " Wh (expected: >= 0)");
        if (days < 0 || days > daysOfMonth) {
            throw new IllegalArgumentException("days: " + days + " (expected: 0 to " + daysOfMonth + ")");
        }
        if (loadW <= 0) throw new IllegalArgumentException("sanctioned load: " + loadW + " W (expected: > 0)");
    }

    /** The month of a day with the fixed charge of its first {@code days} days. */
    public static MonthToDate of(LocalDate day, int days, long wh, long loadW) {
        return new MonthToDate(wh, days, day.lengthOfMonth(), loadW);
    }
}
