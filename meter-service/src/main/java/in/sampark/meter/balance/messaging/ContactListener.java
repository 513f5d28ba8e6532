package in.sampark.meter.balance.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.meter.balance.OwnRungs;
import in.sampark.meter.balance.OwnRungs.Wish;
import in.sampark.meter.balance.domain.Rung;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Projected;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Takes from consumers' contacts below what they want to be warned, and nothing else. */
public final class ContactListener {

    static final String ID = "meter-service.contacts";

    private final BatchListener<Contact> contacts;
    private final OwnRungs ownRungs;

    public ContactListener(Batches batches, OwnRungs ownRungs) {
        this.ownRungs = ownRungs;
        contacts = batches.of(ID, Topics.CONTACTS, this::follow);
    }

    @KafkaListener(id = ID, topics = Topics.Name.CONTACTS)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        contacts.handle(batch);
    }

    private Mono<List<Rejected<Contact>>> follow(List<Received<Contact>> batch) {
        List<Projected<Wish>> wishes = new ArrayList<>();
        List<Rejected<Contact>> rejected = new ArrayList<>();
        for (Received<Contact> received : batch) {
            try {
                wishes.add(Projected.of(received, Contact::getVersion, ContactListener::wish));
            } catch (IllegalArgumentException e) {
                rejected.add(new Rejected<>(received, String.valueOf(e.getMessage())));
            }
        }
        return ownRungs.follow(wishes).thenReturn(rejected);
    }

    /** @throws IllegalArgumentException when there is no such rung */
    private static Wish wish(Contact contact) {
        @Nullable Long paise = contact.getLowBalancePaise();
        @Nullable Integer days = contact.getLowBalanceDays();
        return new Wish(
                paise == null ? null : Rung.paise(paise).value(),
                days == null ? null : (int) Rung.daysLeft(days).value());
    }
}
