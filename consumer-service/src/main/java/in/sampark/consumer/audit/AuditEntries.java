package in.sampark.consumer.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The entries on record. There is no way to change one. */
public interface AuditEntries {

    /** Joins the caller's transaction. */
    Mono<Void> add(List<AuditEntry> entries, Instant at, @Nullable String address);

    /**
     * What answers the question, newest first.
     *
     * @param areaPath entries of this area only, and all of a connection that lies in it now, wherever it lay then
     * @param before ids below this one only
     */
    Flux<NotedEntry> find(AuditQuestion question, String areaPath, long before, int limit);

    /** Forgets the oldest entries as far as they are older than the given time. @return how many */
    Mono<Integer> prune(Instant olderThan, int atMost);
}
