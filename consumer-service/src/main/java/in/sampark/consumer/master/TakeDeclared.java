package in.sampark.consumer.master;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteChanges;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.master.messaging.DeclaredListener;
import in.sampark.consumer.master.messaging.DeclaredRecords;
import in.sampark.consumer.master.messaging.DeclaredRecords.Declared;
import in.sampark.contract.Topics;
import in.sampark.contract.utility.DeclaredConnection;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Takes connections from the billing master's topic, each event once. Of several of a connection the latest counts, in whatever order they are delivered;
 * of two as late the last. What the topic does not say, the name and the numbers, stays as it is on record.
 */
public class TakeDeclared {

    private static final Actor MASTER = new Actor(Topics.Name.DECLARED_CONNECTIONS, "billing-master");

    private final Inbox inbox;
    private final DeclaredRecords records;
    private final Declarations declarations;
    private final RecordConnections recordConnections;
    private final NoteChanges noteChanges;
    private final ChangeContacts changeContacts;
    private final Clock clock;

    TakeDeclared(
            Inbox inbox,
            DeclaredRecords records,
            Declarations declarations,
            RecordConnections recordConnections,
            NoteChanges noteChanges,
            ChangeContacts changeContacts,
            Clock clock) {
        this.inbox = inbox;
        this.records = records;
        this.declarations = declarations;
        this.recordConnections = recordConnections;
        this.noteChanges = noteChanges;
        this.changeContacts = changeContacts;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with what declares no connection. */
    public Mono<List<Rejected<DeclaredConnection>>> take(List<Received<DeclaredConnection>> batch) {
        return inbox.firstTime(DeclaredListener.ID, batch, DeclaredConnection::getEventId)
                .flatMap(this::takeNew);
    }

    private Mono<List<Rejected<DeclaredConnection>>> takeNew(List<Received<DeclaredConnection>> batch) {
        Map<ConnectionId, Declared.Good> latest = new LinkedHashMap<>();
        List<Rejected<DeclaredConnection>> rejected = new ArrayList<>();
        for (Received<DeclaredConnection> received : batch) {
            switch (records.read(received.value())) {
                case Declared.Good good -> latest.merge(good.connection().id(), good, TakeDeclared::later);
                case Declared.Bad(String reason) -> rejected.add(new Rejected<>(received, reason));
            }
        }
        return declarations
                .latest(times(latest))
                .flatMap(news -> {
                    latest.keySet().retainAll(news);
                    return record(latest);
                })
                .thenReturn(rejected);
    }

    private static Declared.Good later(Declared.Good one, Declared.Good next) {
        return next.occurredAt().isBefore(one.occurredAt()) ? one : next;
    }

    /** A word from the future, by a clock that is wrong, is one of now: else none would be later for long. */
    private Map<ConnectionId, Instant> times(Map<ConnectionId, Declared.Good> declared) {
        Instant now = clock.instant();
        return declared.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, good -> earlier(good.getValue().occurredAt(), now)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Mono<Void> record(Map<ConnectionId, Declared.Good> declared) {
        List<Connection> connections =
                declared.values().stream().map(Declared.Good::connection).toList();
        Map<ConnectionId, Language> languages = declared.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, good -> good.getValue().language()));
        return recordConnections
                .recordNameless(connections)
                .flatMap(recording -> noteChanges.note(MASTER, AuditAction.IMPORTED, recording))
                .then(Mono.defer(() -> changeContacts.begin(languages, clock.instant())));
    }
}
