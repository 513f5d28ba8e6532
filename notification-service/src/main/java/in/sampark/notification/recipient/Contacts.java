package in.sampark.notification.recipient;

import in.sampark.notification.recipient.domain.Contact;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Contacts as this service knows them. */
public interface Contacts {

    /** The contacts of the connections that have one, by connection. */
    Mono<Map<String, Contact>> find(Collection<String> connectionIds);

    /**
     * The contacts as {@link #find}, kept from changing until the caller's transaction ends: what is decided by them is committed
     * before anybody takes note of a change.
     */
    Mono<Map<String, Contact>> findLocked(Collection<String> connectionIds);
}
