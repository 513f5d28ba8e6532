package in.sampark.meter.balance.domain;

import java.time.LocalDate;

/**
 * What a day is charged by.
 *
 * @param category tariff category
 * @param loadW sanctioned load in watts
 * @param mode how it pays
 * @param modeFrom first day of the run of days that pay like this; the month's slabs, free units and minimum begin anew with it, as with
 *     the first day of supply, so that no part of a month is charged both here and elsewhere
 */
public record Plan(String category, long loadW, BillingMode mode, LocalDate modeFrom) {

    public Plan {
        if (loadW <= 0) throw new IllegalArgumentException("sanctioned load: " + loadW + " W (expected: > 0)");
    }

    boolean charged() {
        return mode == BillingMode.PREPAID;
    }

    /** Whether a day is the first of a month as this plan counts it. */
    boolean beginsMonthOn(LocalDate day) {
        return day.getDayOfMonth() == 1 || day.equals(modeFrom);
    }

    /** The first day of a day's month as this plan counts it. */
    LocalDate monthOf(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return modeFrom.isAfter(first) ? modeFrom : first;
    }

    Plan paying(BillingMode other, LocalDate from) {
        return new Plan(category, loadW, other, from);
    }

    Plan supplying(String otherCategory, long otherLoadW) {
        return new Plan(otherCategory, otherLoadW, mode, modeFrom);
    }
}
