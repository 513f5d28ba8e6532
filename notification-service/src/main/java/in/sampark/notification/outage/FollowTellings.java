package in.sampark.notification.outage;

import in.sampark.contract.Topics;
import in.sampark.notification.fanout.StartFanOuts;
import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Spared;
import in.sampark.notification.later.Later;
import in.sampark.notification.later.domain.Waiting;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.outage.domain.News;
import in.sampark.notification.outage.domain.Outage;
import in.sampark.notification.outage.domain.Report;
import in.sampark.notification.outage.domain.Telling;
import in.sampark.notification.outage.r2dbc.OutageTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Does what was decided about outages: keeps them, begins to tell, and has the rest wait for its time. */
class FollowTellings {

    private final OutageTable outages;
    private final Later later;
    private final StartFanOuts startFanOuts;
    private final Clock clock;
    private final Duration believedFor;

    /** @param believedFor how long after its expected restoration an outage that nobody ended is believed to go on */
    FollowTellings(OutageTable outages, Later later, StartFanOuts startFanOuts, Clock clock, Duration believedFor) {
        this.outages = outages;
        this.later = later;
        this.startFanOuts = startFanOuts;
        this.clock = clock;
        this.believedFor = believedFor;
    }

    /**
     * Follows decisions, one an outage; joins the caller's transaction, which has the outages locked.
     *
     * @param at when what is told now was due
     */
    Mono<Void> follow(List<Telling> tellings, Function<Telling, Instant> at) {
        return outages.save(tellings.stream().map(Telling::outage).toList())
                .then(wait(tellings))
                .then(ongoing(tellings))
                .flatMap(ongoing -> startFanOuts.start(broadcasts(tellings, at, ongoing)));
    }

    private Mono<Void> wait(List<Telling> tellings) {
        List<UUID> over = tellings.stream()
                .filter(telling -> telling.nextAt() == null)
                .map(FollowTellings::waitingId)
                .toList();
        List<Waiting> waiting = tellings.stream()
                .flatMap(telling ->
                        Stream.ofNullable(telling.nextAt()).map(next -> Waiting.outageAt(waitingId(telling), next)))
                .toList();
        return later.remove(over).then(later.add(waiting));
    }

    /** Supply comes back with the last of several outages. */
    private Mono<Map<String, Collection<Extent>>> ongoing(List<Telling> tellings) {
        Set<String> restoring = tellings.stream()
                .filter(telling -> telling.now() == News.RESTORED)
                .map(telling -> telling.outage().latest().discom())
                .collect(Collectors.toSet());
        return restoring.isEmpty()
                ? Mono.just(Map.of())
                : outages.ongoing(restoring, clock.instant().minus(believedFor));
    }

    private static List<Broadcast> broadcasts(
            List<Telling> tellings, Function<Telling, Instant> at, Map<String, Collection<Extent>> ongoing) {
        return tellings.stream()
                .flatMap(telling -> Report.of(
                        telling,
                        Topics.Name.RECORDED_OUTAGES,
                        at.apply(telling),
                        Spared.of(ongoing.getOrDefault(telling.outage().latest().discom(), List.of())))
                        .stream())
                .toList();
    }

    private static UUID waitingId(Telling telling) {
        Outage outage = telling.outage();
        return NamedUuid.ofOutage(outage.latest().outageId());
    }
}
