package in.sampark.meter.reading.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.meter.reading.TakeReadings.SentReading;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A request's array of readings: all of them, or a report of every value that is wrong. */
final class SentReadings {

    /**
     * A wrong value.
     *
     * @param index of the reading in the array, from 0
     */
    record RowFault(int index, String field, String value, String expected) {

        static RowFault of(int index, Fault fault) {
            return new RowFault(index, fault.field(), fault.value(), fault.expected());
        }
    }

    private static final Shape<String> METER_NO =
            Shape.text(Pattern.compile("[\\p{Graph}]{1,40}"), "1 to 40 characters without spaces");
    private static final Shape<String> EVENT_ID =
            Shape.text(Pattern.compile("[\\p{Graph} ]{1,100}"), "1 to 100 printable characters");
    private static final Shape<Long> REGISTER = Shape.wholeNumber(0);

    private final Shape<String> connectionOfTheirs;
    private final List<SentReading> readings = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();

    private SentReadings(String discom) {
        this.connectionOfTheirs = Shape.text(
                Pattern.compile(Pattern.quote(discom) + ":[A-Za-z0-9-]{1,40}"), discom + ":<account number>");
    }

    /**
     * The readings of the array.
     *
     * @param discom whose connections they may be of
     * @throws Problem when anything is wrong
     */
    static List<SentReading> of(JsonNode body, String discom, int atMost) {
        if (!body.isArray()) throw Problem.invalid("body", body.getNodeType(), "a JSON array of readings");
        if (body.isEmpty() || body.size() > atMost)
            throw Problem.invalid("readings in the request", body.size(), "1 to " + atMost);
        SentReadings sent = new SentReadings(discom);
        for (int index = 0; index < body.size(); index++) {
            sent.read(index, new JsonFields(body.get(index)));
        }
        return sent.allOrReport(body.size());
    }

    private void read(int index, JsonFields row) {
        Optional<String> connectionId = row.required("connectionId", connectionOfTheirs);
        Optional<String> meterNo = row.optional("meterNo", METER_NO);
        Optional<Instant> registerAt = row.required("registerAt", Shape.TIME);
        Optional<Long> registerWh = row.required("registerWh", REGISTER);
        Optional<String> eventId = row.optional("eventId", EVENT_ID);
        List<Fault> wrong = row.faults();
        wrong.forEach(fault -> faults.add(RowFault.of(index, fault)));
        if (wrong.isEmpty()) {
            readings.add(new SentReading(
                    connectionId.orElseThrow(),
                    meterNo.orElse(null),
                    registerAt.orElseThrow(),
                    registerWh.orElseThrow(),
                    eventId.orElse(null)));
        }
    }

    private List<SentReading> allOrReport(int rows) {
        if (faults.isEmpty()) return readings;
        throw Problem.invalid(
                        "readings that are wrong", (rows - readings.size()) + " of " + rows, "none; nothing was taken")
                .with("faults", faults);
    }
}
