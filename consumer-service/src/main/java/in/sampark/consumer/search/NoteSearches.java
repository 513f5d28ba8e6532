package in.sampark.consumer.search;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.ConnectionEntry;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.platform.security.Caller;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Notes searches by a number. Whoever is told whose a number is, or whether it is a certain consumer's, knows the number as if they had
 * read it.
 */
class NoteSearches {

    private final FindConnection findConnection;
    private final AuditTrail trail;

    NoteSearches(FindConnection findConnection, AuditTrail trail) {
        this.findConnection = findConnection;
        this.trail = trail;
    }

    /** Joins the caller's transaction. Where nothing was found and no account was named, nobody is concerned. */
    Mono<Void> note(Clues clues, List<RecordedConnection> found, Caller caller) {
        if (clues.number().isEmpty()) {
            return Mono.empty();
        }
        List<Connection> shown =
                found.stream().map(RecordedConnection::connection).toList();
        return clues.account()
                .filter(asked -> shown.isEmpty())
                .map(asked -> findConnection
                        .within(asked.toString(), caller)
                        .flatMap(known -> trail.note(entry(known.connection(), false, caller))))
                .orElseGet(() -> trail.note(
                        shown.stream().map(one -> entry(one, true, caller)).toList()));
    }

    private static AuditEntry entry(Connection connection, boolean found, Caller caller) {
        return ConnectionEntry.by(caller, AuditAction.NUMBER_SEARCHED, connection)
                .with("found: " + found);
    }
}
