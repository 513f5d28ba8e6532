package in.sampark.consumer.preference;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.FindContact;
import in.sampark.consumer.contact.domain.Conditional;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.consumer.preference.domain.Wishes;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes down what consumers agree to and how they want to be told. Whoever asks for another area's consumer finds nothing. */
public class KeepPreferences {

    private final FindConnection findConnection;
    private final FindContact findContact;
    private final ChangeContacts changeContacts;
    private final ConsentLedger ledger;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    KeepPreferences(
            FindConnection findConnection,
            FindContact findContact,
            ChangeContacts changeContacts,
            ConsentLedger ledger,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.findContact = findContact;
        this.changeContacts = changeContacts;
        this.ledger = ledger;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a consumer said of a consent. */
    public record Said(Consent consent, boolean given, ConsentEntry.Source source, String wordingVersion) {}

    /** The contact with its preferences. */
    public Mono<Contact> find(String connectionId, Caller caller) {
        return findContact.within(connectionId, caller);
    }

    /**
     * Puts the consumer's wishes in place of earlier ones.
     *
     * @param seen version of the contact the caller saw
     */
    public Mono<Conditional<Contact>> wish(String connectionId, Wishes wishes, long seen, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> changeContacts
                        .ifSeen(found.connection().id(), seen, () -> wish(found.connection(), wishes, caller))
                        .as(transaction::transactional));
    }

    private Mono<Contact> wish(Connection connection, Wishes wishes, Caller caller) {
        return changeContacts
                .change(connection.id(), wishes::on, clock.instant())
                .delayUntil(contact -> trail.note(done(AuditAction.PREFERENCES_CHANGED, connection, caller)));
    }

    /** Takes down a consent, or its withdrawal. */
    public Mono<Contact> say(String connectionId, Said said, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> noted(found.connection().id(), said, caller)
                        .delayUntil(contact -> trail.note(done(AuditAction.CONSENT_NOTED, found.connection(), caller)
                                .with(said.consent() + (said.given() ? " given" : " withdrawn"))))
                        .as(transaction::transactional));
    }

    /** What was said of consents by those whose data were erased, the latest first. That it is read is noted first. */
    public Mono<List<ConsentEntry>> formerEntries(String connectionId, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .delayUntil(found -> trail.note(done(AuditAction.FORMER_CONSENTS_READ, found.connection(), caller)))
                .flatMap(found -> ledger.findFormer(found.connection().id()))
                .as(transaction::transactional);
    }

    /** What the present consumer said of consents, the latest first. */
    public Mono<List<ConsentEntry>> entries(String connectionId, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> ledger.find(found.connection().id()));
    }

    private static AuditEntry done(AuditAction action, Connection connection, Caller caller) {
        return ConnectionEntry.by(caller, action, connection);
    }

    private Mono<Contact> noted(ConnectionId id, Said said, Caller caller) {
        Instant now = clock.instant();
        var entry = new ConsentEntry(
                UUID.randomUUID(),
                id,
                said.consent(),
                said.given(),
                said.source(),
                said.wordingVersion(),
                now,
                caller.subject());
        return ledger.add(List.of(entry))
                .then(Mono.defer(() -> changeContacts.change(
                        id,
                        contact -> contact.preferring(
                                contact.language(), contact.preferences().with(said.consent(), said.given())),
                        now)));
    }
}
