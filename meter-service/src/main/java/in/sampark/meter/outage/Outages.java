package in.sampark.meter.outage;

import in.sampark.meter.outage.domain.KnownOutage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** The same of several, by id; those that are not known left out. */
    Mono<Map<String, KnownOutage>> latest(Collection<String> ids);

    /** The same of those that a notice announced, in the order of time. */
    Mono<List<KnownOutage>> ofNotice(String noticeId);

    /**
     * Promises that the revisions, one an outage, will come through the topic. Waits for others who promise one for the same outage; answers false
     * when one of them, or the topic, has been at one of these already.
     */
    Mono<Boolean> promise(Collection<KnownOutage> outages);

    /** Forgets outages of which nothing was heard since that time, and which were over before it or should have been; answers whether some may be left. */
    Mono<Boolean> prune(Instant before, int atMost);
}
