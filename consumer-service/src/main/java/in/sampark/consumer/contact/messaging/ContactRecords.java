package in.sampark.consumer.contact.messaging;

import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Doubt;
import in.sampark.consumer.contact.domain.LowBalanceWish;
import in.sampark.consumer.contact.domain.Preferences;
import in.sampark.consumer.contact.domain.QuietHours;
import in.sampark.consumer.contact.domain.Standing;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.platform.crypto.Sealer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts as records of {@code consumer.contacts.v1}, the number sealed for its connection. */
public final class ContactRecords {

    private final Sealer sealer;

    public ContactRecords(Sealer sealer) {
        this.sealer = sealer;
    }

    public in.sampark.contract.consumer.Contact of(Contact contact, Instant at) {
        Optional<ContactNumber> primary = contact.primary();
        QuietHours quiet = contact.preferences().quietHours();
        return in.sampark.contract.consumer.Contact.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom(contact.connectionId().discom())
                .setConnectionId(contact.connectionId().toString())
                .setVersion(contact.version())
                .setStanding(standing(contact.standing()))
                .setSealedNumber(primary.map(number -> sealed(number, contact)).orElse(null))
                .setLanguage(contact.language().code())
                .setVerifiedAt(verifiedAt(primary))
                .setDoubtReason(doubtReason(primary))
                .setSwitchedOff(switchedOff(contact.preferences()))
                .setConsents(consents(contact.preferences()))
                .setLowBalancePaise(
                        contact.preferences().lowBalance() instanceof LowBalanceWish.Paise(long amount) ? amount : null)
                .setLowBalanceDays(
                        contact.preferences().lowBalance() instanceof LowBalanceWish.Days(int days) ? days : null)
                .setQuietFrom(quiet == null ? null : quiet.fromMinute())
                .setQuietTo(quiet == null ? null : quiet.toMinute())
                .build();
    }

    private static List<String> switchedOff(Preferences preferences) {
        return preferences.switchedOff().stream().map(Enum::name).sorted().toList();
    }

    private static List<String> consents(Preferences preferences) {
        return preferences.consents().stream().map(Object::toString).sorted().toList();
    }

    private ByteBuffer sealed(ContactNumber number, Contact contact) {
        return ByteBuffer.wrap(
                sealer.seal(number.number().e164(), contact.connectionId().toString()));
    }

    private static @Nullable Instant verifiedAt(Optional<ContactNumber> primary) {
        return primary.isPresent() ? primary.get().verifiedAt() : null;
    }

    private static in.sampark.contract.consumer.@Nullable DoubtReason doubtReason(Optional<ContactNumber> primary) {
        Doubt doubt = primary.isPresent() ? primary.get().doubt() : null;
        return doubt == null
                ? null
                : switch (doubt.reason()) {
                    case AGED -> in.sampark.contract.consumer.DoubtReason.AGED;
                    case REASSIGNED -> in.sampark.contract.consumer.DoubtReason.REASSIGNED;
                    case UNDELIVERABLE -> in.sampark.contract.consumer.DoubtReason.UNDELIVERABLE;
                    case NOT_MINE -> in.sampark.contract.consumer.DoubtReason.NOT_MINE;
                };
    }

    private static ContactStanding standing(Standing standing) {
        return switch (standing) {
            case NONE -> ContactStanding.NONE;
            case CLAIMED -> ContactStanding.CLAIMED;
            case VERIFIED -> ContactStanding.VERIFIED;
            case DOUBTED -> ContactStanding.DOUBTED;
        };
    }
}
