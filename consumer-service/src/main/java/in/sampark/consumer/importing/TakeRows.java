package in.sampark.consumer.importing;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.Recording;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.DeclaredContact;
import in.sampark.consumer.importing.domain.Chunk;
import in.sampark.consumer.importing.domain.ChunkOutcome;
import in.sampark.consumer.importing.domain.CoveredArea;
import in.sampark.consumer.importing.domain.DeclaredConnection;
import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.consumer.importing.domain.RowError;
import in.sampark.consumer.importing.domain.RowReading.Good;
import in.sampark.platform.web.CallerAddress;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/** Takes a chunk in one transaction: connections, their contacts, the announcements of both, and that it is taken. */
class TakeRows {

    /** Others may name the same new connection at once; the one that comes second finds it on record. */
    private static final Retry AFTER_A_LOST_RACE =
            Retry.backoff(5, Duration.ofMillis(20)).filter(ConcurrencyFailureException.class::isInstance);

    private final StagedRows stagedRows;
    private final Connections connections;
    private final RecordConnections recordConnections;
    private final ChangeContacts changeContacts;
    private final AuditTrail trail;
    private final TransactionalOperator transaction;
    private final Clock clock;

    TakeRows(
            StagedRows stagedRows,
            Connections connections,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        this.stagedRows = stagedRows;
        this.connections = connections;
        this.recordConnections = recordConnections;
        this.changeContacts = changeContacts;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does nothing when the chunk is taken already: killed at any moment, it has been taken once or not at all. */
    Mono<Void> take(ImportJob job, int number) {
        return stagedRows
                .lock(job.id(), number)
                .flatMap(chunk -> outcome(chunk, job).flatMap(outcome -> stagedRows.taken(chunk, outcome)))
                .as(transaction::transactional)
                .retryWhen(AFTER_A_LOST_RACE)
                .contextWrite(context -> sentFrom(job, context));
    }

    /** What is noted is noted with the address the file came from. */
    private static Context sentFrom(ImportJob job, Context context) {
        String address = job.address();
        return address == null ? context : CallerAddress.in(context, InetAddress.ofLiteral(address));
    }

    private Mono<ChunkOutcome> outcome(Chunk chunk, ImportJob job) {
        return strangers(chunk.rows(), job.area())
                .flatMap(strangers -> recordConnections
                        .record(
                                without(strangers, chunk.rows())
                                        .map(DeclaredConnection::connection)
                                        .toList(),
                                job.area()::covers)
                        .flatMap(recording -> {
                            Set<ConnectionId> refused = either(strangers, recording.elsewhere());
                            List<DeclaredConnection> own =
                                    without(refused, chunk.rows()).toList();
                            return changed(own, recording, job)
                                    .map(changed -> new ChunkOutcome(
                                            changed,
                                            own.size() - changed,
                                            chunk.repeated(),
                                            errors(chunk, refused, job.area()),
                                            warnings(chunk, refused, recording)));
                        }));
    }

    private static Stream<DeclaredConnection> without(Set<ConnectionId> refused, List<Good> rows) {
        return rows.stream().map(Good::declared).filter(declared -> !refused.contains(declared.id()));
    }

    private static List<RowError> errors(Chunk chunk, Set<ConnectionId> refused, CoveredArea area) {
        Stream<RowError> strange = chunk.rows().stream()
                .filter(row -> refused.contains(row.declared().id()))
                .map(row -> row.accountError("an account on record within " + area.path()
                        + "; a new one is declared by the company as a whole"));
        return Stream.concat(strange, chunk.erasedErrors().stream()).toList();
    }

    private static List<RowError> warnings(Chunk chunk, Set<ConnectionId> refused, Recording recording) {
        return chunk.rows().stream()
                .filter(row -> !refused.contains(row.declared().id()))
                .flatMap(row ->
                        row.warnings(recording.discrepancies(row.declared().id())).stream())
                .toList();
    }

    /**
     * Whom a sender who acts for a part of the company may not declare: neither an account on record elsewhere nor one
     * on record nowhere, in the same words. Otherwise the answer would tell the one from the other.
     */
    private Mono<Set<ConnectionId>> strangers(List<Good> rows, CoveredArea area) {
        if (area.isCompany()) {
            return Mono.just(Set.of());
        }
        List<ConnectionId> named = rows.stream().map(row -> row.declared().id()).toList();
        return connections.lock(named).map(known -> {
            Set<ConnectionId> own = known.entrySet().stream()
                    .filter(held -> area.covers(held.getValue().connection().area()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            return named.stream().filter(id -> !own.contains(id)).collect(Collectors.toSet());
        });
    }

    /** How many of the connections have changed, themselves or their contact, which is declared here. */
    private Mono<Integer> changed(List<DeclaredConnection> declared, Recording recording, ImportJob job) {
        return changeContacts
                .declare(declared.stream().map(TakeRows::contact).toList(), clock.instant())
                .map(contacts -> either(recording.changed(), contacts))
                .delayUntil(changed -> trail.note(entries(recording, changed, job)))
                .map(Set::size);
    }

    private static List<AuditEntry> entries(Recording recording, Set<ConnectionId> changed, ImportJob job) {
        var sender = new Actor(job.requestedBy(), job.role());
        Map<ConnectionId, AreaPath> areas = recording.areas();
        return changed.stream()
                .map(id -> AuditEntry.by(
                                sender,
                                AuditAction.IMPORTED,
                                id.toString(),
                                Objects.requireNonNull(areas.get(id)).path())
                        .with("import " + job.id()))
                .toList();
    }

    private static Set<ConnectionId> either(Set<ConnectionId> some, Set<ConnectionId> others) {
        Set<ConnectionId> either = new HashSet<>(some);
        either.addAll(others);
        return either;
    }

    private static DeclaredContact contact(DeclaredConnection declared) {
        return new DeclaredContact(declared.id(), declared.language(), declared.mobile());
    }
}
