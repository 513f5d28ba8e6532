package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthToDate;
import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.tariff.domain.Tariffs;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What days cost. A day's charge is the month to date after it less the month to date before it, both under the tariff of that day: a month
 * under one tariff adds up to the paisa, and no energy is priced twice when the tariff changes.
 */
final class Pricing {

    private final Tariffs tariffs;

    Pricing(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** The charge of a whole day: its energy and its part of the fixed charge. */
    Charge ofDay(Terms terms, LocalDate day, long monthWhBefore, long wh) {
        return ofDay(terms.on(day), day, monthWhBefore, wh);
    }

    /** The charge of a whole day, @param monthWhBefore energy of its month before it, since the plan's mode has been in force */
    Charge ofDay(Plan plan, LocalDate day, long monthWhBefore, long wh) {
        int before = day.getDayOfMonth() - 1;
        return between(plan, day, before, monthWhBefore, before + 1, Math.addExact(monthWhBefore, wh));
    }

    /** What days not yet posted cost so far: their energy, and the fixed charge of those that have ended. */
    long unpostedPaise(Account account, Instant at) {
        LocalDate lastEnded = Midnight.lastDayEndedAt(at);
        LocalDate last = lastToPrice(account, lastEnded);
        LocalDate day = account.nextDay();
        long monthWh = account.monthWhBefore(day);
        int fixedDays = day.getDayOfMonth() - 1;
        long paise = 0;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            Plan plan = account.terms().on(day);
            if (day.getDayOfMonth() == 1) fixedDays = 0;
            if (day.getDayOfMonth() == 1 || day.equals(plan.modeFrom())) monthWh = 0;
            long wh = Math.addExact(monthWh, account.openWh().getOrDefault(day, 0L));
            int fixed = day.isAfter(lastEnded) ? fixedDays : day.getDayOfMonth();
            paise = Math.addExact(
                    paise, between(plan, day, fixedDays, monthWh, fixed, wh).totalPaise());
            monthWh = wh;
            fixedDays = fixed;
        }
        return paise;
    }

    private static LocalDate lastToPrice(Account account, LocalDate lastEnded) {
        LocalDate last =
                account.openWh().isEmpty() || account.openWh().lastKey().isBefore(lastEnded)
                        ? lastEnded
                        : account.openWh().lastKey();
        LocalDate supplyTo = account.terms().supplyTo();
        return supplyTo != null && supplyTo.isBefore(last) ? supplyTo : last;
    }

    private Charge between(Plan plan, LocalDate day, int daysBefore, long whBefore, int daysAfter, long whAfter) {
        if (!plan.charged()) return Charge.NONE;
        Tariff tariff = tariffs.on(plan.category(), day);
        return tariff.price(MonthToDate.of(day, plan.modeFrom(), daysAfter, whAfter, plan.loadW()))
                .minus(tariff.price(MonthToDate.of(day, plan.modeFrom(), daysBefore, whBefore, plan.loadW())));
    }
}
