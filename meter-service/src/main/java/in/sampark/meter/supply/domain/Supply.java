package in.sampark.meter.supply.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection's supply.
 *
 * @param connectionId {@code <discom>:<account number>}
 * @param version grows with everything that is announced
 * @param line its switch
 * @param debt the time in which nothing is left; null while something is
 * @param cut the last order to cut it off, carried out or not, until another takes its place; null when there is none
 * @param withdrawn the last order to cut it off, taken back or gone with its debt: it may be carried out all the same; null when there is none
 * @param restore the order to switch it on again that is not carried out; null when there is none
 * @param overdue whether that order's deadline passed, and it was said so
 */
public record Supply(
        String connectionId,
        long version,
        Line line,
        @Nullable Debt debt,
        @Nullable Order cut,
        @Nullable Order withdrawn,
        @Nullable Order restore,
        boolean overdue) {

    /** A connection of which nothing is known: on, and nothing owed. */
    public static Supply unwatched(String connectionId) {
        return new Supply(connectionId, 0, Line.UNREPORTED, null, null, null, null, false);
    }

    /** Takes in a balance. Whoever was cut off for a prepaid debt is known by it until supply is back, even when they do not pay in advance any more. */
    public Supply told(Told told) {
        boolean remembered = debt != null && !told.charged() && line.state() == Line.State.CUT;
        if (told.availablePaise() > 0 && !remembered || debt == null && !told.charged()) return withDebt(null);
        boolean cleared = told.availablePaise() > 0 || told.availablePaise() == 0 && told.paidPaise() > 0;
        if (debt == null || cleared) return withDebt(Debt.begun(told.at(), told.toldBy()));
        Debt known = debt.toldBy(told.toldBy());
        return withDebt(paymentsCount() ? known.paid(told.paidPaise()) : known);
    }

    /**
     * What of it still means something. There are debts of those who pay in advance, and of those who were cut off for one; an order whose deadline has
     * passed ends with the debt.
     */
    Supply current(Standing standing, Instant now) {
        Debt then = standing.charged() || line.state() == Line.State.CUT ? debt : null;
        boolean stands = cut == null || then != null || cutOpen(now);
        return new Supply(
                connectionId, version, line, then, stands ? cut : null, stands ? withdrawn : cut, restore, overdue);
    }

    /** Whether it may be restored from here, if it is cut off: whoever was cut off for unpaid bills is restored by the company. */
    boolean restorable(Standing standing) {
        return standing.prepaid() || debt != null || cutInVain();
    }

    /** Whether it went off by an order that had been taken back, if it is cut off: the two crossed. */
    boolean cutInVain() {
        return withdrawn != null && withdrawn.covers(line.since());
    }

    /** The order to cut it off that is still to be carried out; null when there is none. */
    public @Nullable Order cutDue(Instant now) {
        return cutOpen(now) && line.state() != Line.State.CUT ? cut : null;
    }

    /** Whether the head-end was told to cut it off, and the deadline lies ahead. */
    boolean cutOpen(Instant now) {
        return cut != null && cut.open(now);
    }

    /** Takes in a report of the head-end; one that is not newer than the last changes nothing. */
    public Supply reported(Report report) {
        if (report.what() == Report.What.LAST_GASP) return withLine(line.gasping(report.at()));
        if (!report.at().isAfter(line.since())) return this;
        return switch (report.what()) {
            case CUT_OFF -> switchedOff(Line.State.CUT, report.at());
            case SWITCHED_OFF -> switchedOff(Line.State.OFF, report.at());
            case OFF_UNEXPLAINED -> switchedOff(unexplained(report.at()), report.at());
            case SWITCHED_ON, LAST_GASP -> switchedOn(report.at());
        };
    }

    /** Takes in a proof that the consumer was told; one of another debt, or of none, proves nothing. */
    public Supply noticed(Notice notice) {
        return debt == null ? this : withDebt(debt.noticed(notice));
    }

    /**
     * Takes in a message that reached the consumer. One that the event of this debt led to came after it, whatever the clocks of those say who carried it.
     *
     * @param event that led to it
     * @param ofCut whether it tells of a cut: such a one proves something whatever it came from, if it came in this debt
     */
    public Supply reached(Notice message, @Nullable String event, boolean ofCut) {
        if (debt != null && event != null && event.equals(debt.toldBy())) {
            return noticed(message.notBefore(debt.since()));
        }
        return ofCut ? noticed(message) : this;
    }

    /** What it is after something was decided. */
    Supply after(Decision.Act act, Instant now) {
        Debt then = debt == null ? null : afterwards(debt, act, now);
        return switch (act) {
            case Decision.Cut due ->
                new Supply(
                        connectionId, version + 1, line, then, new Order(now, due.deadline()), null, restore, overdue);
            case Decision.Withdraw _ -> new Supply(connectionId, version + 1, line, then, null, cut, restore, overdue);
            case Decision.Restore due ->
                new Supply(connectionId, version + 1, line, then, null, null, new Order(now, due.deadline()), false);
            case Decision.Overdue _ -> new Supply(connectionId, version + 1, line, then, cut, withdrawn, restore, true);
        };
    }

    /** How long the payments made since a cut was due keep supply on; empty when they do not, or grace was granted before. */
    Optional<Duration> graceBought(Reconnection reconnection, long dues) {
        return debt == null || !partsHelp() ? Optional.empty() : reconnection.bought(debt.paidPaise(), dues);
    }

    /** Whether paying a part of the dues helps. */
    boolean partsHelp() {
        return debt != null && paymentsCount() && debt.graceUntil() == null;
    }

    private boolean paymentsCount() {
        return line.state() == Line.State.CUT || debt != null && debt.cutSince() != null;
    }

    private static Debt afterwards(Debt debt, Decision.Act act, Instant now) {
        return switch (act) {
            case Decision.Cut _ -> debt.cutDue(now);
            case Decision.Withdraw withdrawn -> debt.granted(withdrawn.graceUntil());
            case Decision.Restore due -> debt.granted(due.graceUntil());
            case Decision.Overdue _ -> debt;
        };
    }

    /**
     * Who is switched on though nothing was due has it from the company, and is told anew before the next cut; so is whose reconnection overtook the
     * report of the cut.
     */
    private Supply switchedOn(Instant at) {
        Debt then = debt != null && restore == null && undone(at) ? debt.switchedOn(at) : debt;
        Line on = line.at(Line.State.ON, at);
        return new Supply(connectionId, version(on), on, then, cut, withdrawn, null, false);
    }

    private boolean undone(Instant at) {
        return switch (line.state()) {
            case ON -> cut != null && at.isAfter(cut.at());
            case CUT -> true;
            case OFF -> false;
        };
    }

    /** A cut may be reported again and again, after the order to restore, too: that stands, with its deadline, until it is carried out. */
    private Supply switchedOff(Line.State state, Instant at) {
        boolean stands = state == Line.State.CUT;
        Line off = line.at(state, at);
        return new Supply(
                connectionId, version(off), off, debt, cut, withdrawn, stands ? restore : null, stands && overdue);
    }

    /** Where no cause is told, what is known stays so; and what was ordered is taken for carried out, too late to be withdrawn or not. */
    private Line.State unexplained(Instant at) {
        return switch (line.state()) {
            case CUT, OFF -> line.state();
            case ON -> cutOrdered(at) || withdrawn != null && withdrawn.covers(at) ? Line.State.CUT : Line.State.OFF;
        };
    }

    /** Whether the head-end, at that time, had been told to cut it off, and was still to do so. */
    boolean cutOrdered(Instant at) {
        return cut != null && cut.covers(at);
    }

    /** That a switch has moved is announced. */
    private long version(Line after) {
        return after.on() == line.on() ? version : version + 1;
    }

    private Supply withLine(Line line) {
        return new Supply(connectionId, version, line, debt, cut, withdrawn, restore, overdue);
    }

    private Supply withDebt(@Nullable Debt debt) {
        return new Supply(connectionId, version, line, debt, cut, withdrawn, restore, overdue);
    }
}
