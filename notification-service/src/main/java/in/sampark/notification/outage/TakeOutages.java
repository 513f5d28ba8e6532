package in.sampark.notification.outage;

import in.sampark.notification.outage.domain.Leads;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.OutageRevision;
import in.sampark.notification.outage.domain.Telling;
import in.sampark.notification.outage.r2dbc.OutageTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Takes note of what is reported of outages, and has told what follows from it. */
public class TakeOutages {

    private final OutageTable outages;
    private final FollowTellings followTellings;
    private final Clock clock;
    private final Leads leads;

    TakeOutages(OutageTable outages, FollowTellings followTellings, Clock clock, Leads leads) {
        this.outages = outages;
        this.followTellings = followTellings;
        this.clock = clock;
        this.leads = leads;
    }

    /** What is known of these outages, by id; kept from changing until the caller's transaction ends. */
    public Mono<Map<String, Outage>> known(Collection<String> outageIds) {
        return outages.lock(outageIds);
    }

    /**
     * Takes revisions in their order, each higher than what is known. Of several of an outage only the last is told: nobody was told
     * of the others. Joins the caller's transaction.
     */
    public Mono<Void> take(List<OutageRevision> revisions, Map<String, Outage> known) {
        if (revisions.isEmpty()) {
            return Mono.empty();
        }
        Map<String, Outage> revised = new LinkedHashMap<>();
        for (OutageRevision revision : revisions) {
            Outage before = revised.getOrDefault(revision.outageId(), known.get(revision.outageId()));
            revised.put(revision.outageId(), before == null ? Outage.first(revision) : before.revised(revision));
        }
        Instant now = clock.instant();
        List<Telling> tellings = revised.values().stream()
                .map(outage -> Telling.afterRevision(outage, now, leads))
                .toList();
        return followTellings.follow(
                tellings, telling -> telling.outage().latest().occurredAt());
    }
}
