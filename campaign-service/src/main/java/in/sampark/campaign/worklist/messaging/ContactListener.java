package in.sampark.campaign.worklist.messaging;

import in.sampark.campaign.worklist.FollowConsumers;
import in.sampark.campaign.worklist.domain.ContactState;
import in.sampark.campaign.worklist.domain.Standing;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.DoubtReason;
import in.sampark.platform.messaging.BatchHandler;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes contacts from their topic, and leaves the sealed number alone. */
public class ContactListener {

    static final String ID = "campaign-service.contacts";

    private final BatchListener<Contact> batches;

    public ContactListener(Batches batches, FollowConsumers followConsumers) {
        this.batches = batches.of(
                ID,
                Topics.CONTACTS,
                BatchHandler.projecting(Contact::getVersion, ContactListener::state, followConsumers::contacts));
    }

    @KafkaListener(id = ID, topics = Topics.Name.CONTACTS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private static ContactState state(Contact contact) {
        DoubtReason doubt = contact.getDoubtReason();
        return new ContactState(
                standing(contact),
                doubt == null ? null : doubt.name(),
                contact.getVerifiedAt(),
                contact.getOccurredAt());
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
