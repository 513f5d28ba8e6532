package in.sampark.consumer.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something to be noted. When and from which address it was done is added when it is noted.
 *
 * @param connectionId whose connection it concerns; text, for no feature is known here; null when it concerns an area as a whole
 * @param areaPath the area, or where the connection is administered at the time; whoever supervises it may read the entry, and so may who supervises the
 *     connection later
 * @param detail what else matters, without personal data of a consumer; null for nothing
 */
public record AuditEntry(
        Actor actor,
        AuditAction action,
        @Nullable String connectionId,
        String areaPath,
        @Nullable String detail) {

    public static AuditEntry by(Actor actor, AuditAction action, String connectionId, String areaPath) {
        return new AuditEntry(actor, action, connectionId, areaPath, null);
    }

    /** Something done to an area as a whole. */
    public static AuditEntry ofArea(Actor actor, AuditAction action, String areaPath) {
        return new AuditEntry(actor, action, null, areaPath, null);
    }

    /** The entry with what else matters. @param detail without personal data of a consumer */
    public AuditEntry with(String detail) {
        return new AuditEntry(actor, action, connectionId, areaPath, detail);
    }
}
