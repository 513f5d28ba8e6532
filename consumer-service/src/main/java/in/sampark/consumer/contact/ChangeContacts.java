package in.sampark.consumer.contact;

import static java.util.stream.Collectors.toUnmodifiableSet;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Conditional;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.DeclaredContact;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.messaging.ContactRecords;
import in.sampark.contract.Topics;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Records what becomes known of contacts and announces it. All methods join the caller's transaction, which holds the
 * contacts until it ends; what changes nothing announces nothing.
 */
public class ChangeContacts {

    private final Contacts contacts;
    private final ContactRecords records;
    private final Outbox outbox;

    ChangeContacts(Contacts contacts, ContactRecords records, Outbox outbox) {
        this.contacts = contacts;
        this.records = records;
        this.outbox = outbox;
    }

    /**
     * Takes what the billing master says.
     *
     * @param declared each connection once
     * @return the connections whose contact is new or has changed
     */
    public Mono<Set<ConnectionId>> declare(List<DeclaredContact> declared, Instant at) {
        return contacts.lock(
                        declared.stream().map(DeclaredContact::connectionId).toList())
                .map(known -> declared.stream()
                        .flatMap(said -> {
                            var before = Optional.ofNullable(known.get(said.connectionId()));
                            return next(before, said.after(before, at)).stream();
                        })
                        .toList())
                .flatMap(changes -> record(changes, at).thenReturn(ids(changes)));
    }

    /** Begins a contact for connections that have none; whoever has one keeps it as it is. */
    public Mono<Void> begin(Map<ConnectionId, Language> languages, Instant at) {
        return contacts.lock(languages.keySet())
                .map(known -> languages.entrySet().stream()
                        .filter(one -> !known.containsKey(one.getKey()))
                        .map(one ->
                                Contact.unknown(one.getKey(), one.getValue()).next())
                        .toList())
                .flatMap(begun -> record(begun, at));
    }

    /** The contact on record, nobody else's to change until the transaction ends; empty when there is none. */
    public Mono<Contact> lock(ConnectionId id) {
        return contacts.lock(List.of(id)).mapNotNull(known -> known.get(id));
    }

    /**
     * Does something if the contact is still as somebody has seen it. Empty when there is none.
     *
     * @param seen version of the contact then
     */
    public <T> Mono<Conditional<T>> ifSeen(ConnectionId id, long seen, Supplier<Mono<T>> work) {
        return lock(id).flatMap(contact -> contact.version() == seen
                ? work.get().map(Conditional.Done::new)
                : Mono.just(new Conditional.Outdated<>(contact.version())));
    }

    /** Those of the contacts that are on record, as above. */
    public Mono<Map<ConnectionId, Contact>> lock(Collection<ConnectionId> ids) {
        return contacts.lock(ids);
    }

    /** Takes a number that a code is asked for. */
    public Mono<Contact> request(ConnectionId id, MobileNumber number, Instant at) {
        return change(id, contact -> contact.requesting(number, at), at);
    }

    /** Takes a number whose holder confirmed a one-time code. */
    public Mono<Contact> prove(ConnectionId id, MobileNumber number, Instant at) {
        return change(id, contact -> contact.proving(number, at), at);
    }

    /** Erases a contact. What becomes known of the connection afterwards is a new contact, with the next version. */
    public Mono<Void> erase(ConnectionId id, Instant at) {
        return contacts.lock(List.of(id))
                .mapNotNull(known -> known.get(id))
                .flatMap(held -> contacts.save(List.of(held.emptied().next()), at)
                        .then(Mono.defer(() -> contacts.markErased(id, at)))
                        .then(Mono.defer(
                                () -> outbox.add(List.of(Announcement.tombstone(Topics.CONTACTS, id.toString()))))));
    }

    /** Takes a further number whose holder confirmed a one-time code. */
    public Mono<Contact> add(ConnectionId id, MobileNumber number, Instant at) {
        return change(id, contact -> contact.adding(number, at), at);
    }

    /**
     * Changes those of the given contacts that are on record.
     *
     * @return those that are different now
     */
    public Mono<Set<ConnectionId>> changeEach(Collection<ConnectionId> ids, UnaryOperator<Contact> change, Instant at) {
        return contacts.lock(ids)
                .map(known -> known.values().stream()
                        .flatMap(before -> next(Optional.of(before), change.apply(before)).stream())
                        .toList())
                .flatMap(changes -> record(changes, at).thenReturn(ids(changes)));
    }

    /** Changes a contact that is on record. */
    public Mono<Contact> change(ConnectionId id, UnaryOperator<Contact> change, Instant at) {
        return contacts.lock(List.of(id)).flatMap(known -> {
            Contact before = Optional.ofNullable(known.get(id))
                    .orElseThrow(() -> new IllegalStateException("contact of " + id + ": none (expected: one)"));
            Optional<Contact> next = next(Optional.of(before), change.apply(before));
            return record(next.stream().toList(), at).thenReturn(next.orElse(before));
        });
    }

    private static Optional<Contact> next(Optional<Contact> before, Contact after) {
        return before.filter(after::equals).isPresent() ? Optional.empty() : Optional.of(after.next());
    }

    private Mono<Void> record(List<Contact> changes, Instant at) {
        return contacts.save(changes, at).then(announcements(changes, at)).flatMap(outbox::add);
    }

    /** Sealing and writing a batch takes milliseconds: too long for a thread that serves connections. */
    private Mono<List<Announcement<?>>> announcements(List<Contact> changes, Instant at) {
        return Mono.fromSupplier(() -> changes.stream()
                        .<Announcement<?>>map(contact -> Announcement.of(Topics.CONTACTS, records.of(contact, at)))
                        .toList())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Set<ConnectionId> ids(List<Contact> changes) {
        return changes.stream().map(Contact::connectionId).collect(toUnmodifiableSet());
    }
}
