package in.sampark.consumer.erasure;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Conditional;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Erases what is known of the person behind a connection, in one transaction. */
public class ErasePerson {

    private final FindConnection findConnection;
    private final Connections connections;
    private final RecordConnections recordConnections;
    private final ChangeContacts changeContacts;
    private final ForgetTraces forgetTraces;
    private final Erasures erasures;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ErasePerson(
            FindConnection findConnection,
            Connections connections,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            ForgetTraces forgetTraces,
            Erasures erasures,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.connections = connections;
        this.recordConnections = recordConnections;
        this.changeContacts = changeContacts;
        this.forgetTraces = forgetTraces;
        this.erasures = erasures;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Empty when there is no such connection in the caller's area. What was erased before is erased still, and noted again.
     *
     * @param connectionId as it came from outside
     * @param seen version of the contact the caller saw
     */
    public Mono<Conditional<Erasure>> erase(String connectionId, ErasureReason reason, long seen, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(
                        found -> erase(found.connection(), reason, seen, caller).as(transaction::transactional));
    }

    /** The connection is locked before its contact, as by whoever declares both. */
    private Mono<Conditional<Erasure>> erase(Connection connection, ErasureReason reason, long seen, Caller caller) {
        return connections
                .lock(List.of(connection.id()))
                .then(Mono.defer(
                        () -> changeContacts.ifSeen(connection.id(), seen, () -> erase(connection, reason, caller))));
    }

    private Mono<Erasure> erase(Connection connection, ErasureReason reason, Caller caller) {
        Instant now = clock.instant();
        return recordConnections
                .forgetName(connection.id())
                .then(Mono.defer(() -> changeContacts.erase(connection.id(), now)))
                .then(Mono.defer(() -> forgetTraces.forget(connection.id())))
                .then(Mono.defer(() -> erasures.note(connection.id(), now)))
                .then(Mono.defer(() -> trail.note(ConnectionEntry.by(caller, AuditAction.PERSON_ERASED, connection)
                        .with("reason: " + reason))))
                .thenReturn(new Erasure(connection.id(), reason, now));
    }
}
