package in.sampark.consumer.contact.web;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Doubt;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.consumer.contact.domain.Standing;
import in.sampark.platform.crypto.MaskedNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact as staff see it: enough to recognise a number, not enough to call it. */
record ContactView(String connectionId, long version, Standing standing, String language, List<NumberView> numbers) {

    /**
     * @param connections how many of the company's connections the number serves
     * @param unusual whether these are more than usual
     */
    record NumberView(
            String numberId,
            String maskedNumber,
            boolean primary,
            Standing standing,
            Instant claimedAt,
            @Nullable Instant verifiedAt,
            @Nullable DoubtReason doubtReason,
            long connections,
            boolean unusual) {

        static NumberView of(ContactNumber held, String numberId, long connections, boolean unusual) {
            Doubt doubt = held.doubt();
            return new NumberView(
                    numberId,
                    MaskedNumber.of(held.number().e164()),
                    held.primary(),
                    held.standing(),
                    held.claimedAt(),
                    held.verifiedAt(),
                    doubt == null ? null : doubt.reason(),
                    connections,
                    unusual);
        }
    }

    static ContactView of(Contact contact, List<NumberView> numbers) {
        return new ContactView(
                contact.connectionId().toString(),
                contact.version(),
                contact.standing(),
                contact.language().code(),
                numbers);
    }
}
