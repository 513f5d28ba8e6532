package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthBehind;
import in.sampark.meter.tariff.domain.MonthToDate;
import in.sampark.meter.tariff.domain.Tariff;
import in.sampark.meter.tariff.domain.Tariffs;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What days cost. A day's charge is the month to date after it less the month to date before it, both under the tariff of that day: a month
 * under one tariff adds up to the paisa, and no energy is priced twice when the tariff changes. What is due or missing of the days behind goes from day to
 * day as it was on each.
 */
final class Pricing {

    private final Tariffs tariffs;

    Pricing(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** A whole day: its energy and its part of the fixed charge. */
    Priced ofDay(Plan plan, LocalDate day, MonthBehind behind, long wh) {
        int daysBehind = day.getDayOfMonth() - 1;
        return priced(plan, day, behind, daysBehind, daysBehind + 1, wh);
    }

    /** What a whole day leaves to the next. */
    MonthBehind leave(Plan plan, LocalDate day, MonthBehind behind, long wh) {
        int daysBehind = day.getDayOfMonth() - 1;
        return plan.charged()
                ? tariff(plan, day).leave(month(plan, day, behind, daysBehind, daysBehind + 1, wh))
                : uncharged(behind, wh).month();
    }

    /** What days not yet posted cost so far: their energy, and the fixed charge of those that have ended. */
    long unpostedPaise(Account account, Instant at) {
        LocalDate lastEnded = Midnight.lastDayEndedAt(at);
        LocalDate last = lastToPrice(account, lastEnded);
        LocalDate day = account.nextDay();
        MonthBehind month = account.monthBefore(day);
        int fixedDays = day.getDayOfMonth() - 1;
        long paise = 0;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            Plan plan = account.terms().on(day);
            if (day.getDayOfMonth() == 1) fixedDays = 0;
            if (plan.beginsMonthOn(day)) month = MonthBehind.NOTHING;
            int fixed = day.isAfter(lastEnded) ? fixedDays : day.getDayOfMonth();
            Priced priced =
                    priced(plan, day, month, fixedDays, fixed, account.openWh().getOrDefault(day, 0L));
            paise = Math.addExact(paise, priced.charge().totalPaise());
            month = priced.month();
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

    private Priced priced(Plan plan, LocalDate day, MonthBehind behind, int daysBehind, int days, long wh) {
        if (!plan.charged()) return uncharged(behind, wh);
        Tariff tariff = tariff(plan, day);
        MonthToDate month = month(plan, day, behind, daysBehind, days, wh);
        return new Priced(tariff.priceSinceBegun(month), tariff.leave(month));
    }

    private static Priced uncharged(MonthBehind behind, long wh) {
        return new Priced(Charge.NONE, behind.withWh(Math.addExact(behind.wh(), wh)));
    }

    private Tariff tariff(Plan plan, LocalDate day) {
        return tariffs.on(plan.category(), day);
    }

    private static MonthToDate month(Plan plan, LocalDate day, MonthBehind behind, int daysBehind, int days, long wh) {
        long used = Math.addExact(behind.wh(), wh);
        return MonthToDate.of(day, plan.modeFrom(), behind, daysBehind, days, used, plan.loadW());
    }
}
