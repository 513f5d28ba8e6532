package in.sampark.meter.reading.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.reading.TakeReadings.SentReading;
import in.sampark.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private SentReadings() {}

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
        SentReadingShape shape = new SentReadingShape(discom);
        List<SentReading> readings = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            int index = i;
            Optional<SentReading> reading =
                    shape.read(body.get(i), wrong -> wrong.forEach(fault -> faults.add(RowFault.of(index, fault))));
            reading.ifPresent(readings::add);
        }
        if (faults.isEmpty()) return readings;
        throw Problem.invalid(
                        "readings that are wrong",
                        (body.size() - readings.size()) + " of " + body.size(),
                        "none; nothing was taken")
                .with("faults", faults);
    }
}
