package in.sampark.consumer.selfservice.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.domain.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that a stranger has proven to hold, for a connection that may or may not be theirs.
 *
 * @param connectionId as it was typed; there may be no such connection
 * @param detailsHash keyed hash of what they said they know of it
 * @param wanted what is to be followed beside it
 * @param provenAt when the code was confirmed
 * @param toldAt when the number on record was told; null if it was not
 * @param dueAt when it is to be settled
 */
public record NumberChange(
        UUID id,
        ConnectionId connectionId,
        MobileNumber number,
        String detailsHash,
        Wanted wanted,
        Instant provenAt,
        @Nullable Instant toldAt,
        Instant dueAt) {

    /**
     * Decides what becomes of it.
     *
     * @param contact of the connection, if there is one
     * @param known what proves that somebody knows the connection
     * @param toRefuse how long the holder of a verified number may refuse
     */
    public Settlement settle(Optional<Contact> contact, KnownDetails known, Duration toRefuse, Instant now) {
        if (contact.isEmpty() || !known.include(detailsHash)) {
            return new Settlement.Dropped();
        }
        if (overtaken(contact.get())) {
            return new Settlement.Dropped();
        }
        return toldAt == null && replacesVerified(contact.get())
                ? new Settlement.Told(now.plus(toRefuse))
                : new Settlement.Proven();
    }

    /** Whoever proved a number later, the old one again or at an officer's, has decided. */
    private boolean overtaken(Contact contact) {
        return contact.provenAt().filter(proven -> proven.isAfter(provenAt)).isPresent();
    }

    private boolean replacesVerified(Contact contact) {
        return contact.primary()
                .filter(held -> held.standing() == Standing.VERIFIED)
                .filter(held -> !held.number().equals(number))
                .isPresent();
    }
}
