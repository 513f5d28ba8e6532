package in.sampark.meter.tariff.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A calendar month as far as it is priced.
 *
 * @param wh energy used in the month so far, in watt-hours
 * @param days days of the month whose fixed charge is due, counted from the 1st; 0 for none
 * @param supplyFrom day of the month supply begins on; 1 when it began earlier
 * @param daysOfMonth length of the month
 * @param loadW sanctioned load in watts
 */
public record MonthToDate(long wh, int days, int supplyFrom, int daysOfMonth, long loadW) {

    public MonthToDate {
        if (wh < 0) throw new IllegalArgumentException("month to date: " + wh + " Wh (expected: >= 0)");
        if (days < 0 || days > daysOfMonth) {
            throw new IllegalArgumentException("days: " + days + " (expected: 0 to " + daysOfMonth + ")");
        }
        if (supplyFrom < 1 || supplyFrom > daysOfMonth) {
            throw new IllegalArgumentException("supply from: " + supplyFrom + " (expected: 1 to " + daysOfMonth + ")");
        }
        if (loadW <= 0) throw new IllegalArgumentException("sanctioned load: " + loadW + " W (expected: > 0)");
    }

    /** The month of a day with the fixed charge of its first {@code days} days, for a connection supplied from a day on. */
    public static MonthToDate of(LocalDate day, LocalDate supplyFrom, int days, long wh, long loadW) {
        boolean begins = YearMonth.from(supplyFrom).equals(YearMonth.from(day));
        return new MonthToDate(wh, days, begins ? supplyFrom.getDayOfMonth() : 1, day.lengthOfMonth(), loadW);
    }

    /** Days that are due only in that they lie before supply: no more than are due at all. */
    int daysBeforeSupply() {
        return Math.min(supplyFrom - 1, days);
    }

    int daysOfSupply() {
        return daysOfMonth - supplyFrom + 1;
    }

    /** The same month with nothing used and no day of supply. */
    MonthToDate whenSupplyBegan() {
        return new MonthToDate(0, daysBeforeSupply(), supplyFrom, daysOfMonth, loadW);
    }
}
