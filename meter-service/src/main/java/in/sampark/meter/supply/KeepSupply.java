package in.sampark.meter.supply;

import in.sampark.meter.recharge.ArrearsOfRecharges;
import in.sampark.meter.supply.Seen.Reported;
import in.sampark.meter.supply.domain.DecideSupply;
import in.sampark.meter.supply.domain.Decided;
import in.sampark.meter.supply.domain.Offer;
import in.sampark.meter.supply.domain.Standing;
import in.sampark.meter.supply.domain.Switched;
import in.sampark.meter.supply.messaging.SupplyAnnouncements;
import in.sampark.meter.supply.messaging.SwitchAnnouncements;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Decides what is due at connections, writes what became of them and announces it, in the caller's transaction. The caller holds the locks of
 * their accounts, so what is announced of a connection is in the order in which it was decided.
 */
final class KeepSupply {

    private final Supplies supplies;
    private final DecideSupply decide;
    private final ArrearsOfRecharges arrears;
    private final Outbox outbox;

    KeepSupply(Supplies supplies, DecideSupply decide, ArrearsOfRecharges arrears, Outbox outbox) {
        this.supplies = supplies;
        this.decide = decide;
        this.arrears = arrears;
        this.outbox = outbox;
    }

    Mono<Void> keep(Collection<Seen> seen, Instant now) {
        Map<Seen, Decided> decided = new LinkedHashMap<>();
        seen.forEach(one -> decided.put(one, decide.decide(one.supply(), one.standing(), now)));
        List<Watched> changed = new ArrayList<>();
        decided.forEach((one, then) -> {
            Watched after = new Watched(then.supply(), then.rest().until());
            if (!after.equals(one.before())) changed.add(after);
        });
        return changed.isEmpty() ? Mono.empty() : supplies.keep(changed).then(Mono.defer(() -> announce(decided, now)));
    }

    private Mono<Void> announce(Map<Seen, Decided> all, Instant now) {
        Map<Seen, Decided> told = new LinkedHashMap<>(all);
        told.entrySet()
                .removeIf(one -> one.getValue().acts().isEmpty()
                        && one.getKey().switched().isEmpty());
        return arrears.of(told.keySet().stream().map(Seen::connectionId).toList())
                .flatMap(owed -> outbox.add(told.entrySet().stream()
                        .flatMap(entry -> announcements(entry.getKey(), entry.getValue(), owed, now).stream())
                        .toList()));
    }

    private List<Announcement<?>> announcements(Seen seen, Decided decided, Map<String, Long> owed, Instant now) {
        Standing standing = seen.standing();
        long arrearsPaise = owed.getOrDefault(seen.connectionId(), 0L);
        Optional<Offer> needed = Offer.of(
                        decide.ways(decided.supply(), standing),
                        standing.availablePaise(),
                        seen.recent(),
                        List.of(),
                        paise -> arrears.recharge(standing.discom(), paise, arrearsPaise))
                .stream()
                .findFirst();
        int acts = decided.acts().size();
        long version = decided.supply().version() - acts;
        List<Announcement<?>> announcements = new ArrayList<>();
        for (Reported one : seen.switched()) {
            boolean last = one.switched().version() == version && decided.withdrawnBy(one.switched());
            Switched said = last ? one.switched().behind(acts) : one.switched();
            announcements.add(SwitchAnnouncements.of(said, decided, standing, needed, one.by(), now));
            if (last) version--;
        }
        announcements.addAll(SupplyAnnouncements.of(decided, version, standing, needed, seen.causedBy(), now));
        return announcements;
    }
}
