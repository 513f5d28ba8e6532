package in.sampark.meter.reading;

import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.Readings.Reading;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Judgement.Refused;
import in.sampark.meter.reading.domain.Metered;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch of readings, judged one after the other, each seeing what those before it changed. */
final class DecidedBatch {

    private final Map<String, Metered> metered;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<Reading> recorded = new ArrayList<>();
    private final List<Rejected<MeterReading>> rejected = new ArrayList<>();

    private DecidedBatch(Map<String, Metered> metered) {
        this.metered = new HashMap<>(metered);
    }

    static DecidedBatch of(
            List<Received<MeterReading>> batch, Map<String, Metered> metered, JudgeReading judge, Instant now) {
        DecidedBatch decided = new DecidedBatch(metered);
        batch.forEach(received -> decided.take(received, judge, now));
        return decided;
    }

    private void take(Received<MeterReading> received, JudgeReading judge, Instant now) {
        MeterReading reading = received.value();
        Metered known = metered.get(reading.getConnectionId());
        if (known == null) {
            reject(received, "connectionId: " + reading.getConnectionId() + " (expected: a known connection)");
            return;
        }
        Register register = new Register(reading.getRegisterAt(), reading.getRegisterWh());
        switch (judge.judge(known, register, reading.getEventId(), now)) {
            case Recorded judged -> record(reading.getConnectionId(), judged);
            case Duplicate _ -> {}
            case Refused refused -> reject(received, refused.reason());
        }
    }

    private void record(String connectionId, Recorded judged) {
        metered.put(connectionId, judged.next());
        changes.merge(connectionId, judged.change(), Change::then);
        recorded.add(new Reading(connectionId, judged.reading()));
    }

    private void reject(Received<MeterReading> received, String reason) {
        rejected.add(new Rejected<>(received, reason));
    }

    Collection<Change> changes() {
        return changes.values();
    }

    List<Reading> recorded() {
        return recorded;
    }

    List<Rejected<MeterReading>> rejected() {
        return rejected;
    }
}
