package in.sampark.meter.balance.domain;

import in.sampark.meter.balance.domain.Fact.RechargeWasCredited;
import in.sampark.meter.balance.domain.Fact.TermsChanged;
import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.Tariffs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What energy, recharges and midnights do to an account. Where money ends up does not depend on the order they come in: a reading behind the last
 * posted day is made good by adjustments that bring each day to what it would have been charged. Only notices depend on order; what was told
 * is not unsaid.
 */
public final class Bookkeeping {

    private final Pricing pricing;
    private final Adjustments adjustments;
    private final BalanceWatch watch;
    private final int forecastDays;

    /** @param forecastDays how many days the forecast looks back on */
    public Bookkeeping(Tariffs tariffs, Ladders ladders, int forecastDays) {
        this.pricing = new Pricing(tariffs);
        this.adjustments = new Adjustments(pricing);
        this.watch = new BalanceWatch(pricing, ladders);
        this.forecastDays = forecastDays;
    }

    /** Posted ledger, less energy and its duty of days not yet posted, less fixed charge and its duty of those that have ended. */
    public long availablePaise(Account account, Instant at) {
        return watch.availablePaise(account, at);
    }

    /**
     * Takes in a reading. Energy of days before the first one charged here is nobody's, but for that of the day before supply began: a register of the
     * midnight in between tells it, and supply may turn out to have begun earlier.
     *
     * @param reading the register; in place of one of the same time, if that is known
     * @param shifts the energy it moves
     * @param days posted days of every month in which the shifts touch a posted day; none if they touch none
     * @param cause what tells the adjustments it leads to from all others of their days
     * @param causedBy the reading's event
     * @param now when adjustments are dated
     */
    public Change use(
            Account account,
            Register reading,
            List<UsageShift> shifts,
            PostedDays days,
            String cause,
            @Nullable String causedBy,
            Instant now) {
        SortedMap<LocalDate, Long> open = new TreeMap<>(account.openWh());
        for (UsageShift shift : shifts) {
            if (staysOpen(account, days, shift.day())) open.merge(shift.day(), shift.wh(), Math::addExact);
        }
        Adjusted adjusted = adjustments.of(account, cause, shifts, days, now);
        List<LedgerEntry> entries = adjusted.entries();
        Posted posted = account.posted().with(adjusted);
        return watch.look(
                account.withReading(reading, posted, open, corrected(account, entries)),
                entries,
                reading.at(),
                causedBy);
    }

    private static boolean staysOpen(Account account, PostedDays days, LocalDate day) {
        return !day.isBefore(account.nextDay())
                || day.plusDays(1).equals(account.terms().supplyFrom())
                        && (!account.posted().includes(day) || days.beginBehind(day));
    }

    /**
     * Credits a recharge and re-arms the rungs below the balance it leads to. It never notifies itself.
     *
     * @param arrearsPaise part of it that goes to arrears
     */
    public Change credit(Account account, LastRecharge recharge, long arrearsPaise, @Nullable String causedBy) {
        LedgerEntry entry = LedgerEntry.ofRecharge(account.connectionId(), recharge, arrearsPaise);
        LastRecharge last = LastRecharge.laterOf(account.lastRecharge(), recharge);
        Account credited = account.withMoney(account.posted().credited(entry.amountPaise()), last);
        Change change = watch.rearmed(credited, entry, recharge.paidAt());
        return change.and(new RechargeWasCredited(
                recharge,
                arrearsPaise,
                change.availablePaise(),
                account.recent().daysLeft(entry.amountPaise()),
                causedBy));
    }

    /** Takes a recharge back as a whole, its part that went to arrears too; then the balance is looked at again, under the recharge before it. */
    public Change takeBack(
            Account account,
            LastRecharge recharge,
            long arrearsPaise,
            @Nullable LastRecharge before,
            Instant at,
            @Nullable String causedBy) {
        LedgerEntry entry = LedgerEntry.ofReversal(account.connectionId(), recharge, arrearsPaise, at);
        Account without = account.withMoney(account.posted().credited(entry.amountPaise()), before);
        return watch.look(without, List.of(entry), at, causedBy);
    }

    /** Books a recharge that was taken back before it was heard of: both, and nobody is told of either. */
    public Change creditAndTakeBack(Account account, LastRecharge recharge, long arrearsPaise, Instant takenBackAt) {
        String id = account.connectionId();
        List<LedgerEntry> entries = List.of(
                LedgerEntry.ofRecharge(id, recharge, arrearsPaise),
                LedgerEntry.ofReversal(id, recharge, arrearsPaise, takenBackAt));
        Account same = account.withMoney(account.posted(), account.lastRecharge());
        return new Change(same, entries, List.of(), availablePaise(same, takenBackAt));
    }

    /** Books what the billing system decided. Money that comes in re-arms rungs like a recharge; the rest, a split put right too, is looked at. */
    public Change book(Account account, LedgerEntry entry, @Nullable String causedBy) {
        Account booked = account.withMoney(account.posted().credited(entry.amountPaise()), account.lastRecharge());
        return entry.amountPaise() > 0 && entry.kind() != LedgerEntry.Kind.SPLIT
                ? watch.rearmed(booked, entry, entry.at())
                : watch.look(booked, List.of(entry), entry.at(), causedBy);
    }

    /** A change by which money came in, with every rung armed that is below the balance it leads to as a whole. */
    public Change rearmed(Change change) {
        return watch.rearmed(change);
    }

    /** Charges every day that is due up to and including a day, dated at the midnight that ends it. */
    public Change post(Account account, LocalDate through) {
        Change change = new Change(account, List.of(), List.of(), availablePaise(account, Midnight.ending(through)));
        for (LocalDate due = account.chargeDue();
                due != null && !due.isAfter(through);
                due = change.account().chargeDue()) {
            change = change.then(post(change.account(), due, Midnight.ending(due)));
        }
        return change;
    }

    private Change post(Account account, LocalDate day, Instant midnight) {
        long wh = account.openWh().getOrDefault(day, 0L);
        Plan plan = account.terms().plan();
        Priced priced = pricing.ofDay(plan, day, account.monthBefore(day), wh);
        Charge charge = priced.charge();
        LedgerEntry entry =
                LedgerEntry.ofDay(LedgerEntry.Kind.DAY_CHARGE, account.connectionId(), day, "", midnight, wh, charge);
        Posted posted = new Posted(Math.addExact(account.posted().paise(), entry.amountPaise()), day, priced.month());
        SortedMap<LocalDate, Long> open = new TreeMap<>(account.openWh());
        open.remove(day);
        Forecast recent = plan.charged() ? account.recent().and(charge, wh, forecastDays) : account.recent();
        return watch.look(account.withPosted(posted, open, recent), List.of(entry), midnight, null);
    }

    /**
     * Puts an account under other terms. Posted days that they change are settled anew: what was charged too much is given back, what was charged
     * too little is charged, each day by its own entry. Days before them that are supplied after all are posted.
     *
     * @param days posted days of every month from the first changed day's on; none if no posted day changes
     * @param now when adjustments are dated
     */
    public Change settle(NewTerms terms, PostedDays days, Instant now) {
        Account account = terms.account().supplied(terms.timeline());
        Adjusted adjusted = adjustments.since(
                terms.changesFrom(),
                account.withTerms(terms.terms()),
                days.under(terms.timeline()),
                terms.cause(),
                now);
        List<LedgerEntry> entries = adjusted.entries();
        Posted posted = account.posted().with(adjusted);
        SortedMap<LocalDate, Long> open = new TreeMap<>(account.openWh());
        entries.forEach(entry -> open.remove(entry.day()));
        Account settled = account.withTerms(terms.terms(), posted, open, corrected(account, entries));
        return watch.look(settled, entries, now, terms.causedBy()).and(new TermsChanged(terms.causedBy()));
    }

    /** Ends the charging of an account whose connection is gone. Its ledger stays. */
    public Change end(Account account, Instant now) {
        Account ended = account.withTerms(account.terms().withoutConnection());
        return new Change(ended, List.of(), List.of(new TermsChanged(null)), availablePaise(ended, now));
    }

    /** The forecast with what late readings made of the days it looks back on. */
    private Forecast corrected(Account account, List<LedgerEntry> adjustments) {
        Forecast recent = account.recent();
        for (LedgerEntry entry : adjustments) {
            boolean known = entry.kind() == LedgerEntry.Kind.ADJUSTMENT;
            if (known && !account.posted().includes(entry.day().plusDays(forecastDays))) {
                recent = recent.corrected(entry.charge().totalPaise(), entry.wh());
            }
        }
        return recent;
    }
}
