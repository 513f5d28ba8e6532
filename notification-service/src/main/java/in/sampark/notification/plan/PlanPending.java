package in.sampark.notification.plan;

import in.sampark.notification.plan.r2dbc.PendingNotices;
import in.sampark.notification.recipient.ProvenContacts;
import in.sampark.notification.recipient.domain.Contact;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Plans the notices that waited for a number to be proven and still matter. */
class PlanPending implements ProvenContacts {

    private final PendingNotices pending;
    private final PlanNotices planNotices;
    private final Clock clock;

    PlanPending(PendingNotices pending, PlanNotices planNotices, Clock clock) {
        this.pending = pending;
        this.planNotices = planNotices;
        this.clock = clock;
    }

    @Override
    public Mono<Void> proven(List<Contact> contacts) {
        return pending.resume(contacts, clock.instant()).flatMap(planNotices::tell);
    }
}
