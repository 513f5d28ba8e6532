package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.KnownOutage;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The outages known. All methods join the caller's transaction. */
public interface Outages {

    /** Locks the outages; by id, those that are not known left out. */
    Mono<Map<String, KnownOutage>> lock(Collection<String> ids);

    /** Keeps outages, each unless one of its revision or a higher one is held. */
    Mono<Void> keep(Collection<KnownOutage> outages);

    /** The outage by what was said of it last, also when that is still on its way through the topic. */
    Mono<KnownOutage> latest(String id);

    /**
     * Promises that the outage's revision will come through the topic. Waits for others who promise one for the same outage; answers false when one
     * of them, or the topic, has been at this revision already.
     */
    Mono<Boolean> promise(KnownOutage outage);
}
