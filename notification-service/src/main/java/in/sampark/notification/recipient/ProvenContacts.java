package in.sampark.notification.recipient;

import in.sampark.notification.recipient.domain.Contact;
import java.util.List;
import reactor.core.publisher.Mono;

/** Told of contacts whose number is proven, in the transaction that takes note of it. */
public interface ProvenContacts {

    /** May be told of the same contact more than once. */
    Mono<Void> proven(List<Contact> contacts);
}
