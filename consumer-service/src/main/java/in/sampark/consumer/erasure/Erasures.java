package in.sampark.consumer.erasure;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** When persons were erased: what was sent before and waits to be taken is passed over then. */
public interface Erasures {

    /** Takes note of an erasure, in place of an earlier one; joins the caller's transaction. */
    Mono<Void> note(ConnectionId id, Instant at);
}
