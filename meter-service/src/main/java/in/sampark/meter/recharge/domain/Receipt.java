package in.sampark.meter.recharge.domain;

import in.sampark.meter.balance.domain.Change;

/** What becomes of a payment. */
public sealed interface Receipt {

    /**
     * Credited.
     *
     * @param change of the account
     */
    record Credited(Change change) implements Receipt {}

    /** Credited before. */
    record Duplicate() implements Receipt {}

    /** Not credited. */
    record Refused(String reason) implements Receipt {}
}
