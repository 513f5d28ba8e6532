package in.sampark.meter.supply.domain;

import in.sampark.meter.supply.domain.Decision.Because;
import in.sampark.meter.supply.domain.Decision.Cut;
import in.sampark.meter.supply.domain.Decision.Overdue;
import in.sampark.meter.supply.domain.Decision.Rest;
import in.sampark.meter.supply.domain.Decision.Restore;
import in.sampark.meter.supply.domain.Decision.Why;
import in.sampark.meter.supply.domain.Decision.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is due at a connection's switch. Two things hold whatever the rules are: nobody is cut off without proof that they were told in this
 * debt, and nobody while the company's rules say that nobody is. Deciding again at the same time decides nothing.
 */
public final class DecideSupply {

    private final Rulebook rulebook;

    public DecideSupply(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** All that is due now, and what is waited for then. */
    public Decided decide(Supply supply, Standing standing, Instant now) {
        List<Decision.Act> acts = new ArrayList<>();
        Supply decided = supply.current(standing, now);
        while (true) {
            switch (next(decided, standing, now)) {
                case Rest rest -> {
                    return new Decided(decided, acts, rest);
                }
                case Decision.Act act -> {
                    acts.add(act);
                    decided = decided.after(act, now);
                }
            }
        }
    }

    /** The payments that restore supply, or keep it on, the least first; none when nothing is owed. */
    public List<Reconnection.Way> ways(Supply supply, Standing standing) {
        return rulebook.of(standing.discom())
                .filter(_ -> needsPayment(supply, standing))
                .map(rules -> rules.reconnection().ways(paid(supply), standing.duesPaise(), supply.partsHelp()))
                .orElse(List.of());
    }

    private static boolean needsPayment(Supply supply, Standing standing) {
        if (supply.line().state() != Line.State.CUT) return standing.duesPaise() > 0;
        return supply.restorable(standing) && (standing.duesPaise() > 0 || supply.restore() == null);
    }

    private static long paid(Supply supply) {
        return supply.debt() == null ? 0 : supply.debt().paidPaise();
    }

    private Decision next(Supply supply, Standing standing, Instant now) {
        Optional<SupplyRules> rules = rulebook.of(standing.discom());
        if (rules.isEmpty()) return resting(Because.NO_RULES);
        return switch (supply.line().state()) {
            case ON -> whenOn(supply, standing, rules.get(), now);
            case CUT -> whenCut(supply, standing, rules.get(), now);
            case OFF ->
                supply.cutOpen(now) ? whenOn(supply, standing, rules.get(), now) : resting(Because.OFF_OTHERWISE);
        };
    }

    private static Decision whenCut(Supply supply, Standing standing, SupplyRules rules, Instant now) {
        Reconnection rule = rules.reconnection();
        if (!standing.supplied()) return calm(supply, Why.NOT_CHARGED, Because.NOT_CHARGED, now);
        Order ordered = supply.restore();
        if (ordered != null) return whenOrdered(ordered, supply.overdue(), now);
        if (!supply.restorable(standing)) return resting(Because.NOT_CHARGED);
        Instant deadline = now.plus(rule.within());
        if (rule.cleared(standing.availablePaise())) return new Restore(Why.PAID, deadline, null);
        if (!standing.prepaid() && (standing.duesPaise() == 0 || supply.cutInVain())) {
            return new Restore(Why.NOT_CHARGED, deadline, null);
        }
        return graceUntil(supply, rule, standing, now)
                .<Decision>map(grace -> new Restore(Why.PART_PAID, deadline, grace))
                .orElseGet(() -> supply.cutInVain()
                        ? whenCutInVain(whenOn(supply, standing, rules, now), deadline)
                        : resting(Because.PAYMENT));
    }

    /** It is owed to whoever would not be cut off now, or in the next opening. @param otherwise what would be due if it had stayed on */
    private static Decision whenCutInVain(Decision otherwise, Instant deadline) {
        if (!(otherwise instanceof Rest rest)) {
            return otherwise instanceof Cut ? resting(Because.PAYMENT) : new Restore(Why.CREDIT, deadline, null);
        }
        return switch (rest.because()) {
            case NO_CUT_HOURS, CUT_ANNOUNCED -> resting(Because.PAYMENT);
            case NOTICE -> new Restore(Why.RECONNECTED, deadline, null);
            default -> new Restore(Why.CREDIT, deadline, null);
        };
    }

    /** Grace that is had already, when the cut crossed with the payment, or is bought now. */
    private static Optional<Instant> graceUntil(Supply supply, Reconnection rule, Standing standing, Instant now) {
        Optional<Instant> had =
                Optional.ofNullable(supply.debt()).map(Debt::graceUntil).filter(now::isBefore);
        return had.or(() -> supply.graceBought(rule, standing.duesPaise()).map(now::plus));
    }

    private static Decision whenOrdered(Order restore, boolean overdue, Instant now) {
        if (overdue) return resting(Because.RESTORE_OVERDUE);
        return restore.open(now)
                ? new Rest(Because.RESTORE_ANNOUNCED, restore.deadline())
                : new Overdue(restore.deadline());
    }

    private static Decision whenOn(Supply supply, Standing standing, SupplyRules rules, Instant now) {
        Debt debt = supply.debt();
        if (!standing.charged()) return calm(supply, Why.NOT_CHARGED, Because.NOT_CHARGED, now);
        if (debt == null || standing.duesPaise() == 0) return calm(supply, Why.PAID, Because.NOTHING_OWED, now);
        Instant grace = debt.graceUntil();
        if (grace != null && now.isBefore(grace)) return new Rest(Because.GRACE, grace);
        return supply.graceBought(rules.reconnection(), standing.duesPaise())
                .<Decision>map(bought -> new Withdraw(Why.PART_PAID, now.plus(bought)))
                .orElseGet(() -> whenOwing(supply, debt, rules, rules.patience().with(standing), now));
    }

    private static Decision calm(Supply supply, Why why, Because because, Instant now) {
        return supply.cutOpen(now) ? new Withdraw(why, null) : resting(because);
    }

    private static Decision whenOwing(Supply supply, Debt debt, SupplyRules rules, Duration patience, Instant now) {
        Instant from = debt.since().plus(patience);
        if (now.isBefore(from))
            return supply.cutOpen(now) ? new Withdraw(Why.CREDIT, null) : new Rest(Because.CREDIT, from);
        Notice notice = debt.notice();
        if (notice == null) return calm(supply, Why.RECONNECTED, Because.NOTICE, now);
        Instant told = notice.at().plus(rules.patience().afterNotice());
        if (now.isBefore(told)) return new Rest(Because.NOTICE, told);
        return whenTold(supply.cut(), debt, rules.cutHours(), now);
    }

    private static Decision whenTold(@Nullable Order cut, Debt debt, CutHours hours, Instant now) {
        if (cut != null && cut.open(now)) {
            return new Rest(Because.CUT_ANNOUNCED, opening(hours, cut.deadline()));
        }
        return hours.open(now)
                ? new Cut(debt.graceUntil() == null ? Why.UNPAID : Why.GRACE_OVER, hours.closing(now))
                : new Rest(Because.NO_CUT_HOURS, opening(hours, now));
    }

    /** Where none is known a debt is left alone for a day: the calendar may be extended meanwhile. */
    private static Instant opening(CutHours hours, Instant from) {
        return hours.opening(from).orElseGet(() -> CutHours.nextMidnight(from));
    }

    private static Rest resting(Because because) {
        return new Rest(because, null);
    }
}
