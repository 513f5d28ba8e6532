package in.sampark.notification.later;

import in.sampark.notification.later.domain.Waiting;
import in.sampark.notification.later.domain.Waiting.What;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What waits for its time. Everything joins the caller's transaction. */
public interface Later {

    /** Has them wait; one that waits already waits anew. */
    Mono<Void> add(List<Waiting> waiting);

    /** Has them wait no longer: they are dealt with. */
    Mono<Void> remove(Collection<UUID> ids);

    /** What is due by now, longest due first; it stays due until it is removed or waits anew. Messages are seen to here. */
    Mono<List<UUID>> due(What what, Instant now, int limit);
}
