package in.sampark.consumer.audit;

import in.sampark.platform.security.Caller;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells those who supervise an area what was done in it. */
public class ReadAuditTrail {

    private final AuditEntries entries;

    ReadAuditTrail(AuditEntries entries) {
        this.entries = entries;
    }

    /** What answers the question within the caller's area, newest first. @param before ids below this one only */
    public Mono<List<NotedEntry>> page(AuditQuestion question, Caller caller, long before, int limit) {
        return entries.find(question, caller.areaPath(), before, limit).collectList();
    }
}
