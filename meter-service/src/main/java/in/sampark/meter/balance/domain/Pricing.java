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
        int before = day.getDayOfMonth() - 1;
        return between(terms, day, before, monthWhBefore, before + 1, Math.addExact(monthWhBefore, wh));
    }

    /** What days not yet posted cost so far: their energy, and the fixed charge of those that have ended. */
    long unpostedPaise(Account account, Instant at) {
        LocalDate lastEnded = Midnight.lastDayEndedAt(at);
        LocalDate last = lastToPrice(account, lastEnded);
        LocalDate day = account.nextDay();
        long monthWh = account.posted().monthWhBefore(day);
        int fixedDays = day.getDayOfMonth() - 1;
        long paise = 0;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1) {
                monthWh = 0;
                fixedDays = 0;
            }
            long wh = Math.addExact(monthWh, account.openWh().getOrDefault(day, 0L));
            int fixed = day.isAfter(lastEnded) ? fixedDays : day.getDayOfMonth();
            paise = Math.addExact(
                    paise,
                    between(account.terms(), day, fixedDays, monthWh, fixed, wh).totalPaise());
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

    private Charge between(Terms terms, LocalDate day, int daysBefore, long whBefore, int daysAfter, long whAfter) {
        Tariff tariff = tariffs.on(terms.category(), day);
        return tariff.price(MonthToDate.of(day, terms.supplyFrom(), daysAfter, whAfter, terms.loadW()))
                .minus(tariff.price(MonthToDate.of(day, terms.supplyFrom(), daysBefore, whBefore, terms.loadW())));
    }
}
