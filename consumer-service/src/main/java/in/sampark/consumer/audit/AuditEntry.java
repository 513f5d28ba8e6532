package in.sampark.consumer.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something to be noted. When and from which address it was done is added when it is noted.
 *
 * @param connectionId whose connection it concerns; text, for no feature is known here
 * @param areaPath where the connection is administered at the time, which says who may read the entry
 * @param detail what else matters, without personal data of a consumer; null for nothing
 */
public record AuditEntry(
        Actor actor,
        AuditAction action,
        String connectionId,
        String areaPath,
        @Nullable String detail) {

    public static AuditEntry by(Actor actor, AuditAction action, String connectionId, String areaPath) {
        return new AuditEntry(actor, action, connectionId, areaPath, null);
    }

    /** The entry with what else matters. @param detail without personal data of a consumer */
    public AuditEntry with(String detail) {
        return new AuditEntry(actor, action, connectionId, areaPath, detail);
    }
}
