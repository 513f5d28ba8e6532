package in.sampark.meter.reading;

import in.sampark.meter.reading.DoubtedReadings.Open;
import in.sampark.meter.reading.DoubtedReadings.Settlement;
import in.sampark.meter.reading.DoubtedReadings.Standing;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.Judgement;
import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Judgement.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Judges doubted readings anew when their connection has got a register that may have become their neighbour (one that came late, or was measured in the
 * place of an estimate) or other terms. What contradicts nothing is so believed in the end whatever the order it comes in; of two that contradict each other,
 * the first.
 */
final class ReconsiderDoubts {

    private final DoubtedReadings doubted;
    private final MeteredConnections connections;
    private final JudgeReading judge;
    private final KeepReadings keepReadings;

    ReconsiderDoubts(
            DoubtedReadings doubted, MeteredConnections connections, JudgeReading judge, KeepReadings keepReadings) {
        this.doubted = doubted;
        this.connections = connections;
        this.judge = judge;
        this.keepReadings = keepReadings;
    }

    /** Joins the caller's transaction, in which the connections' accounts are locked. */
    Mono<Void> of(Collection<String> connectionIds, Instant now) {
        if (connectionIds.isEmpty()) return Mono.empty();
        return doubted.open(connectionIds).flatMap(open -> reconsider(open, now));
    }

    private Mono<Void> reconsider(List<Open> open, Instant now) {
        if (open.isEmpty()) return Mono.empty();
        return connections.lock(open.stream().map(Open::asked).toList()).flatMap(metered -> {
            DecidedReadings decided = new DecidedReadings(metered, judge, now);
            List<Settlement> settled = settled(open, decided);
            return keepReadings.keep(decided, now).then(Mono.defer(() -> doubted.settle(settled, now)));
        });
    }

    /** Each that is believed may speak for others, so it goes round until none is. */
    private static List<Settlement> settled(List<Open> open, DecidedReadings decided) {
        List<Open> left = new ArrayList<>(open);
        List<Settlement> settled = new ArrayList<>();
        int before;
        do {
            before = settled.size();
            for (Iterator<Open> each = left.iterator(); each.hasNext(); ) {
                Open doubt = each.next();
                Optional<Standing> standing = decided.decide(doubt.asked()).flatMap(ReconsiderDoubts::standing);
                standing.ifPresent(now -> {
                    settled.add(new Settlement(doubt.id(), now));
                    each.remove();
                });
            }
        } while (settled.size() > before && !left.isEmpty());
        return settled;
    }

    private static Optional<Standing> standing(Judgement judgement) {
        return switch (judgement) {
            case Recorded _ -> Optional.of(Standing.ACCEPTED);
            case Duplicate _ -> Optional.of(Standing.SUPERSEDED);
            case Doubted _, Refused _ -> Optional.empty();
        };
    }
}
