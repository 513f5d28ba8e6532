package in.sampark.consumer.contact;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The contacts on record. */
public interface Contacts {

    Mono<Contact> find(ConnectionId id);

    /** The contacts on record of the given connections, nobody else's to change until the transaction ends. */
    Mono<Map<ConnectionId, Contact>> lock(Collection<ConnectionId> ids);

    /** The connections that have the number on record, primary or not. */
    Mono<Set<ConnectionId>> holding(MobileNumber number);

    /** A page of a company's contacts on record in the order of their connections, nobody else's to change until the transaction ends. */
    Mono<List<Contact>> lockPage(String discom, String after, int atMost);

    /** Those of the given connections whose contact was erased and not recorded since. */
    Mono<Set<ConnectionId>> erased(Collection<ConnectionId> ids);

    /** Marks a contact locked and emptied before as erased. */
    Mono<Void> markErased(ConnectionId id, Instant at);

    /**
     * Saves the next records of contacts locked before, or their first.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException as error, when somebody else recorded one of
     *     them first; the transaction can be tried again
     */
    Mono<Void> save(List<Contact> records, Instant at);
}
