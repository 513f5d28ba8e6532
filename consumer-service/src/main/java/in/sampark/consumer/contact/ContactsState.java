package in.sampark.consumer.contact;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.messaging.ContactRecords;
import in.sampark.contract.Topics;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.republish.TopicState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The contacts on record as what {@code consumer.contacts.v1} tells of. */
class ContactsState implements TopicState {

    private final Contacts contacts;
    private final ContactRecords records;
    private final Outbox outbox;
    private final Clock clock;

    ContactsState(Contacts contacts, ContactRecords records, Outbox outbox, Clock clock) {
        this.contacts = contacts;
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Mono<Announced> announce(String discom, String after, int atMost) {
        return contacts.lockPage(discom, after, atMost)
                .flatMap(page -> contacts.erased(ids(page))
                        .flatMap(erased -> announcements(page, erased))
                        .flatMap(outbox::add)
                        .thenReturn(new Announced(last(page, atMost), page.size())));
    }

    /** Sealing takes a tenth of a millisecond each: too long for a thread that serves connections. */
    private Mono<List<Announcement<?>>> announcements(List<Contact> page, Set<ConnectionId> erased) {
        Instant now = clock.instant();
        return Mono.fromSupplier(() -> page.stream()
                        .<Announcement<?>>map(contact -> erased.contains(contact.connectionId())
                                ? Announcement.tombstone(
                                        Topics.CONTACTS, contact.connectionId().toString())
                                : Announcement.of(Topics.CONTACTS, records.of(contact, now)))
                        .toList())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static List<ConnectionId> ids(List<Contact> page) {
        return page.stream().map(Contact::connectionId).toList();
    }

    private static @Nullable String last(List<Contact> page, int atMost) {
        return page.size() < atMost ? null : page.getLast().connectionId().toString();
    }
}
