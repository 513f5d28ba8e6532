package in.sampark.meter.reading;

import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.balance.KeepChanges;
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
 * Records readings: late, duplicate or out of order, each counts once, and the energy of a day does not depend on the order they come in.
 *
 * <p>Readings and connections are different topics, so a reading can overtake the connection it belongs to. It is rejected then, with the reason,
 * like that of a connection that will never exist: nothing here can tell the two apart, and holding back a partition for one of them would
 * hold up everybody else's notices. A connection is made known days before its meter first reports; where that went wrong, the dead
 * letter is sent again.
 */
public final class RecordReadings {

    private final MeteredConnections connections;
    private final JudgeReading judge;
    private final Readings readings;
    private final KeepChanges keepChanges;
    private final Clock clock;

    RecordReadings(
            MeteredConnections connections,
            JudgeReading judge,
            Readings readings,
            KeepChanges keepChanges,
            Clock clock) {
        this.connections = connections;
        this.judge = judge;
        this.readings = readings;
        this.keepChanges = keepChanges;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the readings that are not believed. */
    public Mono<List<Rejected<MeterReading>>> record(List<Received<MeterReading>> batch) {
        return connections
                .lock(batch.stream().map(Received::value).toList())
                .flatMap(metered -> keep(batch, metered, clock.instant()));
    }

    private Mono<List<Rejected<MeterReading>>> keep(
            List<Received<MeterReading>> batch, Map<String, Metered> metered, Instant now) {
        DecidedBatch decided = DecidedBatch.of(batch, metered, judge, now);
        return readings.add(decided.recorded())
                .then(Mono.defer(() -> keepChanges.keepUse(decided.changes(), now)))
                .thenReturn(decided.rejected());
    }
}
