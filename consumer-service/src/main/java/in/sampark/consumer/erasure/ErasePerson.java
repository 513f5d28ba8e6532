package in.sampark.consumer.erasure;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.selfservice.NumberChanges;
import in.sampark.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Erases what is known of the person behind a connection, in one transaction. */
public class ErasePerson {

    private final FindConnection findConnection;
    private final RecordConnections recordConnections;
    private final ChangeContacts changeContacts;
    private final OtpChallenges challenges;
    private final NumberChanges numberChanges;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ErasePerson(
            FindConnection findConnection,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            NumberChanges numberChanges,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.findConnection = findConnection;
        this.recordConnections = recordConnections;
        this.changeContacts = changeContacts;
        this.challenges = challenges;
        this.numberChanges = numberChanges;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Empty when there is no such connection in the caller's area. What was erased before is erased still, and noted again.
     *
     * @param connectionId as it came from outside
     */
    public Mono<Erasure> erase(String connectionId, ErasureReason reason, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> erase(found.connection(), reason, caller).as(transaction::transactional));
    }

    private Mono<Erasure> erase(Connection connection, ErasureReason reason, Caller caller) {
        Instant now = clock.instant();
        return recordConnections
                .forgetName(connection.id())
                .then(Mono.defer(() -> changeContacts.erase(connection.id(), now)))
                .then(Mono.defer(() -> challenges.forget(connection.id())))
                .then(Mono.defer(() -> numberChanges.forget(connection.id())))
                .then(Mono.defer(() -> trail.note(AuditEntry.by(
                                caller,
                                AuditAction.PERSON_ERASED,
                                connection.id().toString(),
                                connection.area().path())
                        .with("reason: " + reason))))
                .thenReturn(new Erasure(connection.id(), reason, now));
    }
}
