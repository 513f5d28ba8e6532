package in.sampark.meter.outage.web;

import in.sampark.meter.json.Shape;
import in.sampark.meter.outage.domain.Hours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The hours of a day as a notice has them. */
final class PrintedHours {

    private static final int AT_MOST = 6;

    private static final String END_OF_DAY = "24:00";

    /** From and to, both, and at most six a day. Midnight as an end may be written 24:00, and is where the whole day ends. */
    static final Shape<List<Hours>> SHAPE = new Shape<>(
            "local times with from and to, e.g. [{\"from\": \"10:00\", \"to\": \"12:00\"}], to another than from; 24:00 only as to,"
                    + " the whole day from 00:00 to 24:00; at most " + AT_MOST,
            PrintedHours::list);

    private PrintedHours() {}

    /** The fields of hours that are not there, as in {@code hours[0].to}. */
    static List<String> leftOut(JsonNode hours) {
        return IntStream.range(0, hours.isArray() ? hours.size() : 0)
                .boxed()
                .flatMap(index -> Stream.of("from", "to")
                        .filter(end ->
                                hours.get(index).isObject() && !hours.get(index).hasNonNull(end))
                        .map(end -> "hours[" + index + "]." + end))
                .toList();
    }

    private static Optional<List<Hours>> list(JsonNode hours) {
        if (!hours.isArray() || hours.isEmpty() || hours.size() > AT_MOST) return Optional.empty();
        List<Hours> read = hours.valueStream()
                .map(PrintedHours::hours)
                .flatMap(Optional::stream)
                .toList();
        return read.size() == hours.size() ? Optional.of(read) : Optional.empty();
    }

    private static Optional<Hours> hours(JsonNode node) {
        if (node.size() != 2) return Optional.empty();
        try {
            LocalTime from = LocalTime.parse(node.path("from").asString(""));
            String end = node.path("to").asString("");
            LocalTime to = end.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(end);
            return from.equals(to) && !end.equals(END_OF_DAY) ? Optional.empty() : Optional.of(new Hours(from, to));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
