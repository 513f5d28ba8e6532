package in.sampark.meter.entry.domain;

import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.NewTerms;
import java.util.Optional;

/** What becomes of an entry. */
public sealed interface Booking {

    /**
     * Booked.
     *
     * @param change of the account
     * @param terms that it is under from now on, by an opening balance
     */
    record Booked(Change change, Optional<NewTerms> terms) implements Booking {}

    /** Booked before. */
    record Duplicate() implements Booking {}

    /** Not booked. */
    record Refused(String reason) implements Booking {}
}
