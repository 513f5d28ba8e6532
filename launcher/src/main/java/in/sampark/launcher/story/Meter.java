package in.sampark.launcher.story;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A meter of the file and the consumer the story makes of it.
 *
 * @param index its place by first appearance, from 0
 * @param firstDay first local day with a row
 * @param lastDay last local day with a row that is played
 */
record Meter(int index, String id, String connectionId, String accountNo, LocalDate firstDay, LocalDate lastDay) {

    private static final int EVERY = 5;
    private static final int FIRST_OF_ONE = 4;
    private static final int SECOND_OF_ONE = 8;

    /** In the order of their first appearance. */
    static List<Meter> of(JsonNode meters) {
        List<JsonNode> nodes = StreamSupport.stream(meters.spliterator(), false).toList();
        return IntStream.range(0, nodes.size())
                .mapToObj(index -> of(index, nodes.get(index)))
                .toList();
    }

    private static Meter of(int index, JsonNode node) {
        return new Meter(
                index,
                node.required("meter").asString(),
                node.required("connectionId").asString(),
                node.required("accountNo").asString(),
                LocalDate.parse(node.required("firstDay").asString()),
                LocalDate.parse(node.required("lastDay").asString()));
    }

    /** Whether an officer finds the consumer at home: all but the 1st, 6th, 11th, … */
    boolean isVerified() {
        return index % EVERY != 0;
    }

    /** The consumer's ten-digit number. One consumer has two connections on the same feeder. */
    String mobile() {
        return "98970%05d".formatted(10_001 + (index == SECOND_OF_ONE ? FIRST_OF_ONE : index));
    }

    String language() {
        return index % 2 == 0 ? "hi" : "en";
    }

    /** A row of the connection import. Half the circle lies in each of two divisions, with two sub-divisions each. */
    String row() {
        String division = "MATHURA-URBAN-" + (1 + index % 2);
        String subDivision = division + "-SD" + (1 + index / 2 % 2);
        int feeder = 1 + index % 4;
        return String.join(
                ",",
                accountNo,
                "Consumer " + (index + 1),
                "",
                language(),
                "DVVNL",
                "AGRA",
                "MATHURA",
                division,
                subDivision,
                "MATHURA-SS" + (1 + index % 2),
                "MATHURA-F" + feeder,
                "MATHURA-F" + feeder + "-DT" + (1 + index / 4 % 3),
                "LMV-1-URBAN",
                "2",
                "prepaid",
                id,
                firstDay.toString(),
                lastDay.toString());
    }
}
