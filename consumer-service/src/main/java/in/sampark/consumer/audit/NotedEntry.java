package in.sampark.consumer.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail.
 *
 * @param id grows from entry to entry
 * @param address from where the request came; null when none was being answered
 */
public record NotedEntry(
        long id, AuditEntry entry, Instant at, @Nullable String address) {}
