package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of the ledger, never changed once written. Connection, day, kind and cause identify it.
 *
 * @param connectionId whose
 * @param day local day it belongs to
 * @param kind why it was written
 * @param cause what makes it the only one of its kind and day: empty for the charge of a day, the gateway's id for a recharge and
 *     its reversal, that and what became known for a split, the billing system's id for what it books, and for an adjustment the late reading's time, with what took its register's place if
 *     something did, or the record that changed the terms
 * @param at time it is dated
 * @param wh energy in watt-hours; negative when an adjustment takes some away
 * @param charge money owed for it; a component is negative when an adjustment gives some back
 * @param receivedPaise money that came in; negative when it was taken back
 * @param carriedPaise money carried over from the company's other books; negative when carried there
 * @param arrearsPaise what the connection owes in arrears from now on, beside its balance; negative when paid off
 */
public record LedgerEntry(
        String connectionId,
        LocalDate day,
        Kind kind,
        String cause,
        Instant at,
        long wh,
        Charge charge,
        long receivedPaise,
        long carriedPaise,
        long arrearsPaise) {

    /** Why an entry was written. */
    public enum Kind {
        RECHARGE,
        /** Of a recharge whose money was taken back. */
        REVERSAL,
        /** Of a recharge, to what of it goes to arrears by later news. */
        SPLIT,
        DAY_CHARGE,
        /** Of a posted day, to what it costs by later news. */
        ADJUSTMENT,
        /** What the account had when it was taken over from other books. */
        OPENING_BALANCE,
        /** Credit or debit, as the billing system decided. */
        CORRECTION,
        /** Arrears as the billing system booked them. */
        ARREARS
    }

    /** What a day uses and costs. */
    static LedgerEntry ofDay(
            Kind kind, String connectionId, LocalDate day, String cause, Instant at, long wh, Charge charge) {
        return new LedgerEntry(connectionId, day, kind, cause, at, wh, charge, 0, 0, 0);
    }

    /** Money that moves. */
    public static LedgerEntry ofMoney(
            Kind kind,
            String connectionId,
            LocalDate day,
            String cause,
            Instant at,
            long receivedPaise,
            long carriedPaise,
            long arrearsPaise) {
        return new LedgerEntry(
                connectionId, day, kind, cause, at, 0, Charge.NONE, receivedPaise, carriedPaise, arrearsPaise);
    }

    /** A recharge, of which a part goes to arrears. */
    static LedgerEntry ofRecharge(String connectionId, LastRecharge recharge, long arrearsPaise) {
        return ofMoney(
                Kind.RECHARGE,
                connectionId,
                Midnight.dayOf(recharge.paidAt()),
                recharge.id(),
                recharge.paidAt(),
                recharge.paise(),
                0,
                -arrearsPaise);
    }

    /** A recharge that was taken back, with the part that had gone to arrears. */
    static LedgerEntry ofReversal(String connectionId, LastRecharge recharge, long arrearsPaise, Instant at) {
        return ofMoney(
                Kind.REVERSAL, connectionId, Midnight.dayOf(at), recharge.id(), at, -recharge.paise(), 0, arrearsPaise);
    }

    /** What it adds to the balance: what came in or was carried over, less what went to arrears and what is owed for energy. */
    public long amountPaise() {
        long money = Math.addExact(Math.addExact(receivedPaise, carriedPaise), arrearsPaise);
        return Math.subtractExact(money, charge.totalPaise());
    }
}
