package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Register;

/** What becomes of a reading. */
public sealed interface Judgement {

    /**
     * Believed.
     *
     * @param reading to keep
     * @param change of the account
     * @param next the connection after it
     */
    record Recorded(Register reading, Change change, Metered next) implements Judgement {}

    /** Recorded before, with the same register. */
    record Duplicate() implements Judgement {}

    /** Not believed. */
    record Refused(String reason) implements Judgement {}
}
