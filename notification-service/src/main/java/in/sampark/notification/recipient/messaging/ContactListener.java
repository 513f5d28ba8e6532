package in.sampark.notification.recipient.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.notification.recipient.Numbers;
import in.sampark.notification.recipient.ProjectContacts;
import in.sampark.notification.recipient.domain.ContactState;
import in.sampark.notification.recipient.domain.Preferences;
import in.sampark.notification.recipient.domain.Standing;
import in.sampark.platform.crypto.UnsealableException;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Projected;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Takes contacts from their topic. */
public class ContactListener {

    static final String ID = "notification-service.contacts";

    private final BatchListener<Contact> batches;
    private final ProjectContacts projectContacts;
    private final Numbers numbers;

    public ContactListener(Batches batches, ProjectContacts projectContacts, Numbers numbers) {
        this.batches = batches.of(ID, Topics.CONTACTS, this::project);
        this.projectContacts = projectContacts;
        this.numbers = numbers;
    }

    @KafkaListener(id = ID, topics = Topics.Name.CONTACTS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<Contact>>> project(List<Received<Contact>> batch) {
        var good = new ArrayList<Projected<ContactState>>(batch.size());
        var rejected = new ArrayList<Rejected<Contact>>();
        for (Received<Contact> received : batch) {
            try {
                good.add(projected(received));
            } catch (UnsealableException e) {
                rejected.add(new Rejected<>(received, "sealedNumber: " + e.getMessage()));
            }
        }
        return projectContacts.project(good).thenReturn(rejected);
    }

    private Projected<ContactState> projected(Received<Contact> received) {
        return Projected.of(received, Contact::getVersion, this::state);
    }

    private ContactState state(Contact contact) {
        String connectionId = contact.getConnectionId();
        var sealed = contact.getSealedNumber();
        return new ContactState(
                standing(contact),
                sealed == null ? null : numbers.kept(numbers.open(sealed, connectionId), connectionId),
                contact.getLanguage(),
                preferences(contact),
                contact.getVerifiedAt());
    }

    private static Preferences preferences(Contact contact) {
        Integer from = contact.getQuietFrom();
        Integer to = contact.getQuietTo();
        return new Preferences(
                Set.copyOf(contact.getSwitchedOff()),
                from == null || to == null ? null : new Preferences.QuietHours(from, to),
                Set.copyOf(contact.getConsents()));
    }

    private static Standing standing(Contact contact) {
        return switch (contact.getStanding()) {
            case NONE -> Standing.NONE;
            case CLAIMED -> Standing.CLAIMED;
            case VERIFIED -> Standing.VERIFIED;
            case DOUBTED -> Standing.DOUBTED;
            case UNKNOWN -> Standing.UNKNOWN;
        };
    }
}
