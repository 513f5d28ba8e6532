package in.sampark.meter.tariff.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A calendar month as far as it is priced: the days behind, and what comes to them under one tariff and load.
 *
 * @param behind what the days behind left
 * @param daysBehind how many they are, counted from the 1st, those before supply too
 * @param wh energy used in the month so far, in watt-hours
 * @param days days of the month whose fixed charge is due, counted from the 1st; 0 for none
 * @param supplyFrom day of the month supply begins on; 1 when it began earlier
 * @param daysOfMonth length of the month
 * @param loadW sanctioned load in watts
 */
public record MonthToDate(
        MonthBehind behind, int daysBehind, long wh, int days, int supplyFrom, int daysOfMonth, long loadW) {

    public MonthToDate {
        if (wh < behind.wh()) {
            throw new IllegalArgumentException("month to date: " + wh + " Wh (expected: >= " + behind.wh() + ")");
        }
        if (days < daysBehind || daysBehind < 0 || days > daysOfMonth) {
            throw new IllegalArgumentException(
                    "days: " + days + " (expected: " + daysBehind + " to " + daysOfMonth + ")");
        }
        if (supplyFrom < 1 || supplyFrom > daysOfMonth) {
            throw new IllegalArgumentException("supply from: " + supplyFrom + " (expected: 1 to " + daysOfMonth + ")");
        }
        if (loadW <= 0) throw new IllegalArgumentException("sanctioned load: " + loadW + " W (expected: > 0)");
    }

    /** A month that is under one tariff and load from its first day of supply on. */
    public MonthToDate(long wh, int days, int supplyFrom, int daysOfMonth, long loadW) {
        this(MonthBehind.NOTHING, Math.min(supplyFrom - 1, days), wh, days, supplyFrom, daysOfMonth, loadW);
    }

    /** The month of a day with the fixed charge of its first {@code days} days, for a connection supplied from a day on. */
    public static MonthToDate of(LocalDate day, LocalDate supplyFrom, int days, long wh, long loadW) {
        return new MonthToDate(wh, days, firstDay(day, supplyFrom), day.lengthOfMonth(), loadW);
    }

    /** The same, behind days that may have been under another tariff or load. */
    public static MonthToDate of(
            LocalDate day, LocalDate supplyFrom, MonthBehind behind, int daysBehind, int days, long wh, long loadW) {
        return new MonthToDate(behind, daysBehind, wh, days, firstDay(day, supplyFrom), day.lengthOfMonth(), loadW);
    }

    private static int firstDay(LocalDate day, LocalDate supplyFrom) {
        return YearMonth.from(supplyFrom).equals(YearMonth.from(day)) ? supplyFrom.getDayOfMonth() : 1;
    }

    /** Days that are due only in that they lie before supply: no more than are due at all. */
    int daysBeforeSupply() {
        return Math.min(supplyFrom - 1, days);
    }

    int daysOfSupply() {
        return daysOfMonth - supplyFrom + 1;
    }

    /** The same month with nothing but what is behind. */
    public MonthToDate begun() {
        return isBegun()
                ? this
                : new MonthToDate(behind, daysBehind, behind.wh(), daysBehind, supplyFrom, daysOfMonth, loadW);
    }

    boolean isBegun() {
        return days == daysBehind && wh == behind.wh();
    }

    /** The same month with nothing used and no day of supply. */
    MonthToDate whenSupplyBegan() {
        return new MonthToDate(0, Math.min(supplyFrom - 1, days), supplyFrom, daysOfMonth, loadW);
    }
}
