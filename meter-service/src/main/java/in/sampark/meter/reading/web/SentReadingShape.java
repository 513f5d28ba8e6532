package in.sampark.meter.reading.web;

import in.sampark.contract.utility.ReadingMoment;
import in.sampark.contract.utility.ReadingQuality;
import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.meter.reading.TakeReadings.SentReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a reading has to look like, through whichever door it comes. */
final class SentReadingShape {

    private static final Shape<String> METER_NO =
            Shape.text(Pattern.compile("[\\p{Graph}]{1,40}"), "1 to 40 characters without spaces");
    private static final Shape<String> EVENT_ID =
            Shape.text(Pattern.compile("[\\p{Graph} ]{1,100}"), "1 to 100 printable characters");
    private static final Shape<Long> REGISTER = Shape.wholeNumber(0);
    private static final Shape<ReadingMoment> MOMENT =
            Shape.oneOf(List.of(ReadingMoment.REGULAR, ReadingMoment.CLOSING, ReadingMoment.OPENING));
    private static final Shape<ReadingQuality> QUALITY =
            Shape.oneOf(List.of(ReadingQuality.MEASURED, ReadingQuality.ESTIMATED));

    private final Shape<String> connectionOfTheirs;

    /** @param discom whose connections readings may be of */
    SentReadingShape(String discom) {
        this.connectionOfTheirs = Shape.text(
                Pattern.compile(Pattern.quote(discom) + ":[A-Za-z0-9-]{1,40}"), discom + ":<account number>");
    }

    /** The reading, or nothing when something is wrong, all of which is told. */
    Optional<SentReading> read(JsonNode object, Consumer<List<Fault>> wrong) {
        JsonFields row = new JsonFields(object);
        Optional<String> connectionId = row.required("connectionId", connectionOfTheirs);
        Optional<String> meterNo = row.optional("meterNo", METER_NO);
        Optional<Instant> registerAt = row.required("registerAt", Shape.TIME);
        Optional<Long> registerWh = row.required("registerWh", REGISTER);
        Optional<String> eventId = row.optional("eventId", EVENT_ID);
        Optional<ReadingMoment> moment = row.optional("moment", MOMENT);
        Optional<ReadingQuality> quality = row.optional("quality", QUALITY);
        List<Fault> faults = row.faults();
        if (!faults.isEmpty()) {
            wrong.accept(faults);
            return Optional.empty();
        }
        return Optional.of(new SentReading(
                connectionId.orElseThrow(),
                meterNo.orElse(null),
                registerAt.orElseThrow(),
                registerWh.orElseThrow(),
                eventId.orElse(null),
                moment.orElse(ReadingMoment.REGULAR),
                quality.orElse(ReadingQuality.MEASURED)));
    }
}
