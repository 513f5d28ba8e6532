package in.sampark.notification.plan;

import in.sampark.notification.plan.domain.Unreached;
import in.sampark.notification.plan.messaging.UnreachableMapper;
import in.sampark.notification.plan.r2dbc.PendingNotices;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps notices that nobody may be told, while they matter, and makes work for the field of them. */
public class KeepUnreachable {

    private final PendingNotices pending;
    private final Outbox outbox;

    KeepUnreachable(PendingNotices pending, Outbox outbox) {
        this.pending = pending;
        this.outbox = outbox;
    }

    /** Keeps notices of messages that are on record already; joins the caller's transaction. */
    public Mono<Void> keep(List<Unreached> notices) {
        return pending.hold(notices).then(announce(notices));
    }

    /** Keeps no longer what is kept of subjects, of which there is something new to tell; joins the caller's transaction. */
    public Mono<Void> keepNoLonger(Collection<String> subjects) {
        return subjects.isEmpty() ? Mono.empty() : pending.drop(subjects);
    }

    /** Keeps notices that were never sent; joins the caller's transaction. */
    Mono<Void> keepNew(List<Unreached> notices, Instant now) {
        return pending.add(notices, now).then(announce(notices));
    }

    private Mono<Void> announce(List<Unreached> notices) {
        return outbox.add(notices.stream()
                .flatMap(one -> UnreachableMapper.announcements(one).stream())
                .toList());
    }
}
