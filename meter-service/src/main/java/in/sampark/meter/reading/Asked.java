package in.sampark.meter.reading;

import in.sampark.contract.utility.MeterReading;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Moment;
import in.sampark.meter.reading.domain.Quality;
import in.sampark.meter.reading.domain.Reading;
import java.time.Instant;

/** A reading about which is to be decided. @param receivedAt when it came first */
public record Asked(String connectionId, Reading reading, String eventId, Instant receivedAt) {

    static Asked about(MeterReading sent, Instant receivedAt) {
        Register register = new Register(sent.getRegisterAt(), sent.getRegisterWh(), sent.getMeterNo());
        return new Asked(
                sent.getConnectionId(),
                Reading.sent(register, moment(sent), quality(sent)),
                sent.getEventId(),
                receivedAt);
    }

    private static Moment moment(MeterReading sent) {
        return switch (sent.getMoment()) {
            case REGULAR -> Moment.REGULAR;
            case CLOSING -> Moment.CLOSING;
            case OPENING -> Moment.OPENING;
            case UNKNOWN -> Moment.UNKNOWN;
        };
    }

    private static Quality quality(MeterReading sent) {
        return switch (sent.getQuality()) {
            case MEASURED -> Quality.MEASURED;
            case ESTIMATED -> Quality.ESTIMATED;
            case UNKNOWN -> Quality.UNKNOWN;
        };
    }
}
