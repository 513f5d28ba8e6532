package in.sampark.consumer.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number bound to a connection.
 *
 * @param primary whether this is the number that is told
 * @param claimedAt when it was first said to be the consumer's
 * @param verifiedAt when it was last proven; null if never
 * @param doubt why it is trusted no longer; null while it is, or never was
 * @param requested whether it is known only because a code was asked for to prove it
 */
public record ContactNumber(
        MobileNumber number,
        boolean primary,
        Instant claimedAt,
        @Nullable Instant verifiedAt,
        @Nullable Doubt doubt,
        boolean requested) {

    public ContactNumber {
        if (doubt != null && verifiedAt == null) {
            throw new IllegalArgumentException("doubt: " + doubt + " of a number never proven (expected: none)");
        }
        if (requested && verifiedAt != null) {
            throw new IllegalArgumentException(
                    "requested: true of a number proven " + verifiedAt + " (expected: false)");
        }
    }

    static ContactNumber claimed(MobileNumber number, boolean primary, Instant at) {
        return new ContactNumber(number, primary, at, null, null, false);
    }

    static ContactNumber requested(MobileNumber number, boolean primary, Instant at) {
        return new ContactNumber(number, primary, at, null, null, true);
    }

    ContactNumber proven(Instant at) {
        return new ContactNumber(number, primary, claimedAt, at, null, false);
    }

    ContactNumber doubted(Doubt why) {
        return new ContactNumber(number, primary, claimedAt, verifiedAt, why, false);
    }

    ContactNumber preferred() {
        return primary ? this : new ContactNumber(number, true, claimedAt, verifiedAt, doubt, requested);
    }

    ContactNumber further() {
        return primary ? new ContactNumber(number, false, claimedAt, verifiedAt, doubt, requested) : this;
    }

    /** Whether it is another than the given number, and stays beside it when that becomes the primary. */
    boolean further(MobileNumber other) {
        return !primary && wasProven() && !number.equals(other);
    }

    /** Whether its holder ever confirmed a one-time code. */
    public boolean wasProven() {
        return verifiedAt != null;
    }

    public Standing standing() {
        if (verifiedAt == null) {
            return Standing.CLAIMED;
        }
        return doubt == null ? Standing.VERIFIED : Standing.DOUBTED;
    }
}
