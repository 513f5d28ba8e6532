package in.sampark.consumer.contact.web;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Standing;
import in.sampark.platform.crypto.MaskedNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact as staff see it: enough to recognise a number, not enough to call it. */
record ContactView(String connectionId, long version, Standing standing, String language, List<NumberView> numbers) {

    record NumberView(
            String maskedNumber,
            boolean primary,
            Standing standing,
            Instant claimedAt,
            @Nullable Instant verifiedAt) {

        static NumberView of(ContactNumber held) {
            return new NumberView(
                    MaskedNumber.of(held.number().e164()),
                    held.primary(),
                    held.standing(),
                    held.claimedAt(),
                    held.verifiedAt());
        }
    }

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.connectionId().toString(),
                contact.version(),
                contact.standing(),
                contact.language().code(),
                contact.numbers().stream().map(NumberView::of).toList());
    }
}
