package in.sampark.consumer.preference;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.preference.domain.ConsentEntry;
import java.util.List;
import reactor.core.publisher.Mono;

/** Every consent given and withdrawn. */
public interface ConsentLedger {

    Mono<Void> add(ConsentEntry entry);

    /** A connection's entries, the latest first. */
    Mono<List<ConsentEntry>> find(ConnectionId id);
}
