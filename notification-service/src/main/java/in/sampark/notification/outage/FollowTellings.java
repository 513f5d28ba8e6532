package in.sampark.notification.outage;

import in.sampark.contract.Topics;
import in.sampark.notification.fanout.StartFanOuts;
import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.later.Later;
import in.sampark.notification.later.domain.Waiting;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.Report;
import in.sampark.notification.outage.domain.Telling;
import in.sampark.notification.outage.r2dbc.OutageTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Does what was decided about outages: keeps them, begins to tell, and has the rest wait for its time. */
class FollowTellings {

    private final OutageTable outages;
    private final Later later;
    private final StartFanOuts startFanOuts;

    FollowTellings(OutageTable outages, Later later, StartFanOuts startFanOuts) {
        this.outages = outages;
        this.later = later;
        this.startFanOuts = startFanOuts;
    }

    /**
     * Follows decisions, one an outage; joins the caller's transaction, which has the outages locked.
     *
     * @param at when what is told now was due
     */
    Mono<Void> follow(List<Telling> tellings, Function<Telling, Instant> at) {
        var broadcasts = new ArrayList<Broadcast>();
        var waiting = new ArrayList<Waiting>();
        var over = new ArrayList<UUID>();
        for (Telling telling : tellings) {
            Outage outage = telling.outage();
            UUID id = NamedUuid.ofOutage(outage.latest().outageId());
            if (telling.now() != null) {
                broadcasts.add(Report.of(outage.latest(), telling.now(), Topics.Name.OUTAGES, at.apply(telling)));
            }
            if (telling.nextAt() == null) {
                over.add(id);
            } else {
                waiting.add(Waiting.outageAt(id, telling.nextAt()));
            }
        }
        return outages.save(tellings.stream().map(Telling::outage).toList())
                .then(later.remove(over))
                .then(later.add(waiting))
                .then(startFanOuts.start(broadcasts));
    }
}
