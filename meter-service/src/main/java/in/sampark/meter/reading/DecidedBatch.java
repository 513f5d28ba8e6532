package in.sampark.meter.reading;

import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.reading.DoubtedReadings.Doubtful;
import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Judgement.Refused;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch of records with what was decided about each. */
final class DecidedBatch {

    private final DecidedReadings readings;
    private final List<Doubtful> doubtful = new ArrayList<>();
    private final List<Rejected<MeterReading>> rejected = new ArrayList<>();

    private DecidedBatch(DecidedReadings readings) {
        this.readings = readings;
    }

    /** @param asked what the records ask about, in their order */
    static DecidedBatch of(List<Received<MeterReading>> batch, List<Asked> asked, DecidedReadings readings) {
        DecidedBatch decided = new DecidedBatch(readings);
        for (int i = 0; i < batch.size(); i++) {
            decided.take(batch.get(i), asked.get(i));
        }
        return decided;
    }

    private void take(Received<MeterReading> received, Asked asked) {
        String discom = received.value().getDiscom();
        Optional<String> owner = readings.discomOf(asked.connectionId());
        if (owner.isEmpty()) {
            reject(received, "connectionId: " + asked.connectionId() + " (expected: a known connection)");
            return;
        }
        if (!owner.get().equals(discom)) {
            reject(received, "discom: " + discom + " (expected: " + owner.get() + ")");
            return;
        }
        switch (readings.decide(asked).orElseThrow()) {
            case Recorded _, Duplicate _ -> {}
            case Doubted doubt -> doubtful.add(new Doubtful(asked, doubt));
            case Refused refused -> reject(received, refused.reason());
        }
    }

    private void reject(Received<MeterReading> received, String reason) {
        rejected.add(new Rejected<>(received, reason));
    }

    DecidedReadings readings() {
        return readings;
    }

    List<Doubtful> doubtful() {
        return doubtful;
    }

    List<Rejected<MeterReading>> rejected() {
        return rejected;
    }
}
