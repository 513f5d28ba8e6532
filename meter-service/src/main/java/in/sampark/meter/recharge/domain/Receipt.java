package in.sampark.meter.recharge.domain;

import in.sampark.meter.balance.domain.Change;

/** What becomes of what the gateway reports. */
public sealed interface Receipt {

    /**
     * Booked.
     *
     * @param change of the account
     * @param known of the transaction from now on
     */
    record Booked(Change change, Known known) implements Receipt {}

    /** A reversal that has overtaken its payment: kept until that comes. */
    record Kept() implements Receipt {}

    /** Booked before. */
    record Duplicate() implements Receipt {}

    /** Not booked. */
    record Refused(String reason) implements Receipt {}
}
