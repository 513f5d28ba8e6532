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
 * @param cause what makes it the only one of its kind and day: empty for the charge of a day, the gateway's id for a recharge, the
 *     late reading's time for an adjustment, with what took its register's place if something did
 * @param at time it is dated
 * @param wh energy in watt-hours; negative when an adjustment takes some away
 * @param charge money owed for it; a component is negative when an adjustment gives some back
 * @param receivedPaise money that came in
 */
public record LedgerEntry(
        String connectionId,
        LocalDate day,
        Kind kind,
        String cause,
        Instant at,
        long wh,
        Charge charge,
        long receivedPaise) {

    /** Why an entry was written. */
    public enum Kind {
        RECHARGE,
        DAY_CHARGE,
        ADJUSTMENT
    }

    /** What it adds to the balance. */
    public long amountPaise() {
        return Math.subtractExact(receivedPaise, charge.totalPaise());
    }
}
