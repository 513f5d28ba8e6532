package in.sampark.consumer.connection;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.platform.security.Caller;

/** What the audit trail is told of something done to a connection. */
public final class ConnectionEntry {

    private ConnectionEntry() {}

    /** What the holder of a token did. */
    public static AuditEntry by(Caller caller, AuditAction action, Connection connection) {
        return by(Actor.of(caller), action, connection);
    }

    public static AuditEntry by(Actor actor, AuditAction action, Connection connection) {
        return AuditEntry.by(
                actor, action, connection.id().toString(), connection.area().path());
    }
}
