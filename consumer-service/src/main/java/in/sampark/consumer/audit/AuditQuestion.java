package in.sampark.consumer.audit;

/** What can be asked of the trail. */
public sealed interface AuditQuestion {

    /** What happened to a connection. */
    record OfConnection(String connectionId) implements AuditQuestion {}

    /** What somebody did. @param subject as their access token names them */
    record OfActor(String subject) implements AuditQuestion {}
}
