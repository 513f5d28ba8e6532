package in.sampark.consumer.master;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** As of when the billing master's latest word on each connection is. */
public interface Declarations {

    /**
     * Remembers words that are later than what is known, or as late; joins the caller's transaction.
     *
     * @return of which connections they are
     */
    Mono<Set<ConnectionId>> latest(Map<ConnectionId, Instant> said);
}
