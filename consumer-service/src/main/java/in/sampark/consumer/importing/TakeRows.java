package in.sampark.consumer.importing;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.DeclaredContact;
import in.sampark.consumer.importing.domain.BatchReading;
import in.sampark.consumer.importing.domain.CoveredArea;
import in.sampark.consumer.importing.domain.DeclaredConnection;
import in.sampark.consumer.importing.domain.ImportReport;
import in.sampark.consumer.importing.domain.RowReading;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes a batch of rows in one transaction: connections, their contacts and the announcements of both. */
class TakeRows {

    /** Two files may name the same new connection at once; the one that comes second finds it on record. */
    private static final Retry AFTER_A_LOST_RACE =
            Retry.backoff(5, Duration.ofMillis(20)).filter(ConcurrencyFailureException.class::isInstance);

    private final SeenAccounts seenAccounts;
    private final RecordConnections recordConnections;
    private final ChangeContacts changeContacts;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TakeRows(
            SeenAccounts seenAccounts,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.seenAccounts = seenAccounts;
        this.recordConnections = recordConnections;
        this.changeContacts = changeContacts;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What became of the rows. A connection the file has named before is rejected, whatever it says; so is one on
     * record outside the area, or a row could fetch somebody else's connection and its contact.
     */
    Mono<ImportReport> take(UUID importId, List<RowReading> rows, CoveredArea covered, Actor actor) {
        BatchReading batch = BatchReading.of(rows);
        return seenAccounts
                .namedBefore(importId, batch.good())
                .map(batch::without)
                .flatMap(distinct -> record(distinct, covered, actor))
                .as(transaction::transactional)
                .retryWhen(AFTER_A_LOST_RACE);
    }

    private Mono<ImportReport> record(BatchReading batch, CoveredArea covered, Actor actor) {
        List<Connection> declared =
                batch.declared().stream().map(DeclaredConnection::connection).toList();
        return recordConnections.record(declared, covered.covers()).flatMap(recording -> {
            BatchReading own = batch.within(covered, recording.elsewhere());
            return changeContacts
                    .declare(own.declared().stream().map(TakeRows::contact).toList(), clock.instant())
                    .map(contacts -> either(recording.changed(), contacts))
                    .delayUntil(changed -> trail.note(entries(own.declared(), changed, actor)))
                    .map(own::report);
        });
    }

    private static List<AuditEntry> entries(List<DeclaredConnection> declared, Set<ConnectionId> changed, Actor actor) {
        return declared.stream()
                .filter(row -> changed.contains(row.id()))
                .map(row -> AuditEntry.by(
                        actor,
                        AuditAction.IMPORTED,
                        row.id().toString(),
                        row.connection().area().path()))
                .toList();
    }

    private static Set<ConnectionId> either(Set<ConnectionId> connections, Set<ConnectionId> contacts) {
        Set<ConnectionId> changed = new HashSet<>(connections);
        changed.addAll(contacts);
        return changed;
    }

    private static DeclaredContact contact(DeclaredConnection declared) {
        return new DeclaredContact(declared.id(), declared.language(), declared.mobile());
    }
}
