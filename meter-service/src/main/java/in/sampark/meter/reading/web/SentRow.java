package in.sampark.meter.reading.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.reading.TakeReadings.SentReading;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A line of a stream of readings. Lines count from 1; a header is the first. */
sealed interface SentRow {

    long line();

    record Good(long line, SentReading reading) implements SentRow {}

    record Bad(long line, List<Fault> faults) implements SentRow {}

    static SentRow read(long line, JsonNode object, SentReadingShape shape) {
        List<Fault> faults = new ArrayList<>();
        return shape.read(object, faults::addAll)
                .<SentRow>map(reading -> new Good(line, reading))
                .orElseGet(() -> new Bad(line, faults));
    }
}
