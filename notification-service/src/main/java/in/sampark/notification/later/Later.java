package in.sampark.notification.later;

import in.sampark.notification.later.domain.Waiting;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Messages that wait for their time. Everything joins the caller's transaction. */
public interface Later {

    /** Has messages wait; one that waits already waits anew. */
    Mono<Void> add(List<Waiting> messages);

    /** Has messages wait no longer: they need not be sent any more. */
    Mono<Void> remove(Collection<UUID> messageIds);
}
