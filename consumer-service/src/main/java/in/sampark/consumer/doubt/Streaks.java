package in.sampark.consumer.doubt;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.doubt.domain.Streak;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** How many messages in a row did not reach each connection's consumer. */
public interface Streaks {

    /**
     * Continues the streaks.
     *
     * @return those as long as {@code limit} by now, with when they began
     */
    Mono<Map<ConnectionId, Instant>> extend(Map<ConnectionId, Streak> streaks, int limit);

    /** Ends the streaks. */
    Mono<Void> end(Collection<ConnectionId> ids);
}
