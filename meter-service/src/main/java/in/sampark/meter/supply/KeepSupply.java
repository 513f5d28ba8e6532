package in.sampark.meter.supply;

import in.sampark.meter.supply.domain.DecideSupply;
import in.sampark.meter.supply.domain.Decided;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.messaging.SupplyAnnouncements;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Decides what is due at connections, writes what became of them and announces it, in the caller's transaction. The caller holds the locks of
 * their accounts, so what is announced of a connection is in the order in which it was decided.
 */
final class KeepSupply {

    private final Supplies supplies;
    private final DecideSupply decide;
    private final Outbox outbox;

    KeepSupply(Supplies supplies, DecideSupply decide, Outbox outbox) {
        this.supplies = supplies;
        this.decide = decide;
        this.outbox = outbox;
    }

    Mono<Void> keep(Collection<Seen> seen, Instant now) {
        List<Watched> changed = new ArrayList<>();
        List<Announcement<?>> announcements = new ArrayList<>();
        for (Seen one : seen) {
            Decided decided = decide.decide(one.supply(), one.standing(), now);
            Watched after = new Watched(decided.supply(), decided.rest().until());
            if (!after.equals(one.before())) changed.add(after);
            announcements.addAll(
                    SupplyAnnouncements.of(decided, one.standing(), needed(decided, one), one.causedBy(), now));
        }
        return changed.isEmpty()
                ? Mono.empty()
                : supplies.keep(changed).then(Mono.defer(() -> outbox.add(announcements)));
    }

    private Optional<Offer> needed(Decided decided, Seen seen) {
        Standing standing = seen.standing();
        return Offer.of(decide.ways(decided.supply(), standing), standing.availablePaise(), seen.recent(), List.of())
                .stream()
                .findFirst();
    }
}
