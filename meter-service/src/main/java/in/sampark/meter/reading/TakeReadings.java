package in.sampark.meter.reading;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.ReadingMoment;
import in.sampark.contract.utility.ReadingQuality;
import in.sampark.platform.intake.Intake;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes readings from those who have no producer and puts them on the topic, where they are judged like all others. Taken again, a reading is
 * recognised there by its connection and time.
 */
public final class TakeReadings {

    /**
     * A register as it was sent.
     *
     * @param meterNo null when not said
     * @param eventId null when the sender has none; one is derived then, the same for the same reading
     * @param moment REGULAR unless said
     * @param quality MEASURED unless said
     */
    public record SentReading(
            String connectionId,
            @Nullable String meterNo,
            Instant registerAt,
            long registerWh,
            @Nullable String eventId,
            ReadingMoment moment,
            ReadingQuality quality) {

        String eventIdOrDerived() {
            String at = moment == ReadingMoment.OPENING ? "@opening " : "@";
            return eventId == null ? connectionId + at + registerAt : eventId;
        }
    }

    private final Intake intake;
    private final Clock clock;
    private final int atMost;

    TakeReadings(Intake intake, Clock clock, int atMost) {
        this.intake = intake;
        this.clock = clock;
        this.atMost = atMost;
    }

    /** How many readings are taken at a time. */
    public int atMost() {
        return atMost;
    }

    /** Completes once the broker has acknowledged all of the company's readings; fails as {@link Intake#take} does. */
    public Mono<Void> take(String discom, List<SentReading> readings) {
        Instant now = clock.instant();
        return intake.take(
                Topics.METER_READINGS,
                readings.stream().map(sent -> reading(discom, sent, now)).toList());
    }

    private static MeterReading reading(String discom, SentReading sent, Instant now) {
        return MeterReading.newBuilder()
                .setEventId(sent.eventIdOrDerived())
                .setOccurredAt(now)
                .setDiscom(discom)
                .setConnectionId(sent.connectionId())
                .setMeterNo(sent.meterNo())
                .setRegisterAt(sent.registerAt())
                .setRegisterWh(sent.registerWh())
                .setMoment(sent.moment())
                .setQuality(sent.quality())
                .build();
    }
}
