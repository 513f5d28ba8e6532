package in.sampark.consumer.connection;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.domain.Change;
import in.sampark.consumer.connection.domain.Recording;
import reactor.core.publisher.Mono;

/** Has the trail say what changed of connections that were recorded, each where it was administered until then. */
public class NoteChanges {

    private final AuditTrail trail;

    NoteChanges(AuditTrail trail) {
        this.trail = trail;
    }

    /** Joins the caller's transaction. */
    public Mono<Void> note(Actor by, AuditAction action, Recording recording) {
        return trail.note(recording.changes().stream()
                .map(change -> entry(by, action, change))
                .toList());
    }

    private static AuditEntry entry(Actor by, AuditAction action, Change change) {
        return AuditEntry.by(
                        by,
                        action,
                        change.now().connection().id().toString(),
                        change.area().path())
                .with(change.what());
    }
}
