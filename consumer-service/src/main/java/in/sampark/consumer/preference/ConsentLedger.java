package in.sampark.consumer.preference;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.consumer.preference.domain.GivenConsent;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Every consent given and withdrawn. */
public interface ConsentLedger {

    Mono<Void> add(List<ConsentEntry> entries);

    /** When each consent of the connections was given last. */
    Mono<List<GivenConsent>> lastGiven(Collection<ConnectionId> ids);

    /** What the present consumer of a connection said, the latest first: since the last erasure, if there was one. */
    Mono<List<ConsentEntry>> find(ConnectionId id);

    /** What was said by those whose data were erased, the latest first. */
    Mono<List<ConsentEntry>> findFormer(ConnectionId id);
}
