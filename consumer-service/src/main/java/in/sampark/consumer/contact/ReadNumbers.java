package in.sampark.consumer.contact;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.platform.security.Caller;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Shows the numbers of a connection to somebody whose work needs them. That it was done is on record before they are seen. */
public class ReadNumbers {

    private final FindConnection findConnection;
    private final Contacts contacts;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;

    ReadNumbers(FindConnection findConnection, Contacts contacts, AuditTrail trail, TransactionalOperator transaction) {
        this.findConnection = findConnection;
        this.contacts = contacts;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Empty when there is no such connection in the caller's area.
     *
     * @param connectionId as it came from outside
     */
    public Mono<Contact> read(String connectionId, ReadingPurpose purpose, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> contacts.find(found.connection().id())
                        .delayUntil(contact -> trail.note(entry(found.connection(), purpose, caller)))
                        .as(transaction::transactional));
    }

    private static AuditEntry entry(Connection connection, ReadingPurpose purpose, Caller caller) {
        return ConnectionEntry.by(caller, AuditAction.NUMBERS_READ, connection).with("purpose: " + purpose);
    }
}
