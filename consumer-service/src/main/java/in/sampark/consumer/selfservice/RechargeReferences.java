package in.sampark.consumer.selfservice;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.domain.LastRecharge;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** The references of last recharges, by keyed hash. */
public interface RechargeReferences {

    /** The hash of the last one's reference; empty when none is known. */
    Mono<String> find(ConnectionId id);

    /** Forgets those of recharges from before. */
    Mono<Void> forget(Instant before);

    /** Forgets the connection's; joins the caller's transaction. */
    Mono<Void> forget(ConnectionId id);

    /** Takes note of those that are later than what is known. @param recharges one a connection */
    Mono<Void> take(Collection<LastRecharge> recharges);
}
