package in.sampark.consumer.contact;

import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.platform.security.Caller;
import reactor.core.publisher.Mono;

/** Finds the contact of a connection for somebody. */
public class FindContact {

    private final FindConnection findConnection;
    private final Contacts contacts;

    FindContact(FindConnection findConnection, Contacts contacts) {
        this.findConnection = findConnection;
        this.contacts = contacts;
    }

    /**
     * Empty when there is no such connection in the caller's area.
     *
     * @param connectionId as it came from outside
     */
    public Mono<Contact> within(String connectionId, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> contacts.find(found.connection().id()));
    }
}
