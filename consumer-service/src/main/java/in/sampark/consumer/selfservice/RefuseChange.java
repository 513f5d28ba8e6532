package in.sampark.consumer.selfservice;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.selfservice.domain.NumberChange;
import in.sampark.platform.security.Caller;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets staff see, and refuse for the holder of the number on record, what is about to replace it. */
public class RefuseChange {

    private final FindConnection findConnection;
    private final NumberChanges changes;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;

    RefuseChange(
            FindConnection findConnection, NumberChanges changes, AuditTrail trail, TransactionalOperator transaction) {
        this.findConnection = findConnection;
        this.changes = changes;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** Empty when there is no such connection in the caller's area. */
    public Mono<List<NumberChange>> refusable(String connectionId, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> changes.refusable(found.connection().id()));
    }

    /** Answers how many were refused; empty when there is no such connection in the caller's area. */
    public Mono<Long> refuse(String connectionId, Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .flatMap(found -> changes.refuse(found.connection().id())
                        .delayUntil(refused -> trail.note(noted(refused, found.connection(), caller)))
                        .as(transaction::transactional));
    }

    private static List<AuditEntry> noted(long refused, Connection connection, Caller caller) {
        return refused == 0
                ? List.of()
                : List.of(ConnectionEntry.by(caller, AuditAction.NUMBER_CHANGE_REFUSED, connection));
    }
}
