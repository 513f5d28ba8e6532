package in.sampark.meter.reading;

import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.Metered;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Records readings: late, duplicate or out of order, each counts once, and the energy of a day does not depend on the order they come in. What can never be
 * believed is rejected; what only other registers speak against is kept as doubted, and judged anew when those change.
 *
 * <p>Readings and connections are different topics, so a reading can overtake the connection it belongs to. It is rejected then, with the reason,
 * like that of a connection that will never exist: nothing here can tell the two apart, and holding back a partition for one of them would
 * hold up everybody else's notices. A connection is made known days before its meter first reports; where that went wrong, the dead
 * letter is sent again.
 */
public final class RecordReadings {

    private final MeteredConnections connections;
    private final JudgeReading judge;
    private final KeepReadings keepReadings;
    private final KeepDoubts keepDoubts;
    private final ReconsiderDoubts reconsiderDoubts;
    private final Clock clock;

    RecordReadings(
            MeteredConnections connections,
            JudgeReading judge,
            KeepReadings keepReadings,
            KeepDoubts keepDoubts,
            ReconsiderDoubts reconsiderDoubts,
            Clock clock) {
        this.connections = connections;
        this.judge = judge;
        this.keepReadings = keepReadings;
        this.keepDoubts = keepDoubts;
        this.reconsiderDoubts = reconsiderDoubts;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the readings that are never to be believed. */
    public Mono<List<Rejected<MeterReading>>> record(List<Received<MeterReading>> batch) {
        Instant receivedAt = clock.instant();
        List<Asked> asked = batch.stream()
                .map(received -> Asked.about(received.value(), receivedAt))
                .toList();
        return connections.lock(asked).flatMap(metered -> keep(batch, asked, metered, clock.instant()));
    }

    private Mono<List<Rejected<MeterReading>>> keep(
            List<Received<MeterReading>> batch, List<Asked> asked, Map<String, Metered> metered, Instant now) {
        DecidedBatch decided = DecidedBatch.of(batch, asked, new DecidedReadings(metered, judge, now));
        return keepDoubts
                .keep(decided.doubtful(), now)
                .then(Mono.defer(() -> keepReadings.keep(decided.readings(), now)))
                .flatMap(stirred -> reconsiderDoubts.of(stirred, now))
                .thenReturn(decided.rejected());
    }
}
