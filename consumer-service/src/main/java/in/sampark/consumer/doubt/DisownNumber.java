package in.sampark.consumer.doubt;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.DoubtReason;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the word of whoever gets a connection's messages that the connection isn't theirs. */
public class DisownNumber {

    private final FindConnection findConnection;
    private final ChangeContacts changeContacts;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DisownNumber(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.changeContacts = changeContacts;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The contact after it; empty when there is no such connection in the caller's area. */
    public Mono<Contact> disown(String connectionId, Caller caller) {
        Instant now = clock.instant();
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> changeContacts
                        .change(
                                found.connection().id(),
                                contact -> contact.doubting(ContactNumber::primary, DoubtReason.NOT_MINE, now),
                                now)
                        .delayUntil(contact ->
                                trail.note(ConnectionEntry.by(caller, AuditAction.NUMBER_DOUBTED, found.connection())
                                        .with("reason: " + DoubtReason.NOT_MINE)))
                        .as(transaction::transactional));
    }
}
