package in.sampark.consumer.importing;

import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.DeclaredContact;
import in.sampark.consumer.importing.domain.BatchReading;
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
    private final TransactionalOperator transaction;
    private final Clock clock;

    TakeRows(
            SeenAccounts seenAccounts,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            TransactionalOperator transaction,
            Clock clock) {
        this.seenAccounts = seenAccounts;
        this.recordConnections = recordConnections;
        this.changeContacts = changeContacts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of the rows. A connection the file has named before is rejected, whatever it says. */
    Mono<ImportReport> take(UUID importId, List<RowReading> rows) {
        BatchReading batch = BatchReading.of(rows);
        return seenAccounts
                .namedBefore(importId, batch.good())
                .map(batch::without)
                .flatMap(distinct -> record(distinct.declared()).map(distinct::report))
                .as(transaction::transactional)
                .retryWhen(AFTER_A_LOST_RACE);
    }

    /** The connections of which something has changed. */
    private Mono<Set<ConnectionId>> record(List<DeclaredConnection> declared) {
        return recordConnections
                .record(declared.stream().map(DeclaredConnection::connection).toList())
                .flatMap(connections -> changeContacts
                        .declare(declared.stream().map(TakeRows::contact).toList(), clock.instant())
                        .map(contacts -> {
                            Set<ConnectionId> changed = new HashSet<>(connections);
                            changed.addAll(contacts);
                            return changed;
                        }));
    }

    private static DeclaredContact contact(DeclaredConnection declared) {
        return new DeclaredContact(declared.id(), declared.language(), declared.mobile());
    }
}
