package in.sampark.consumer.doubt.domain;

import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.time.Instant;

/**
 * A number that was taken from whoever had it.
 *
 * @param until proofs from before count for nothing
 */
public record Reassigned(MobileNumber number, Instant until) {

    /** Whether the number held is this one, and was proven by its former holder. */
    public boolean casts(ContactNumber held) {
        Instant proven = held.verifiedAt();
        return held.number().equals(number) && proven != null && proven.isBefore(until);
    }
}
