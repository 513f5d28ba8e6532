package in.sampark.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what at the broker, as it follows from the catalogue. */
final class Rights {

    private static final String ABOUT = """
            # Who may do what at the broker. Generated from the catalogue by: %s
            # user: operations: kind of resource: literal or prefixed: names
            """.formatted(Baseline.FREEZE);

    /** Looks at everything and changes nothing: dashboards, the topic browser. */
    private static final List<String> OF_DASHBOARDS = List.of(
            "dashboard:Describe,DescribeConfigs:cluster:literal:kafka-cluster",
            "dashboard:Read,DescribeConfigs:topic:literal:*",
            "dashboard:Describe:group:literal:*",
            "dashboard:Read:group:prefixed:dashboard.");

    private Rights() {}

    /** A line for each kind of right of each party: {@code user:operations:resource:pattern:names}, lists by commas. */
    static String text() {
        List<String> lines = new ArrayList<>();
        for (Party party : Party.values()) {
            lines.addAll(party.service() ? ofService(party) : ofSystem(party));
        }
        lines.addAll(OF_DASHBOARDS);
        return ABOUT + String.join("\n", lines) + "\n";
    }

    /** Services start in any order, so each creates the topics it touches. Dead letters are its own, to write and to replay. */
    private static List<String> ofService(Party service) {
        String deadLetters = topics(readBy(service))
                .map(topic -> topic.deadLetters(service.id()))
                .collect(Collectors.joining(","));
        return Stream.of(
                        line(service, "Write", names(writtenBy(service))),
                        line(service, "Read", names(readBy(service))),
                        line(service, "Create", names(topic -> topic.touchedBy(service))),
                        line(service, "Read,Write,Create", deadLetters),
                        groups(service))
                .filter(line -> !line.endsWith(":"))
                .toList();
    }

    /** What the utility's own systems say, and what they are told. */
    private static List<String> ofSystem(Party system) {
        String read = names(readBy(system));
        String write = line(system, "Write", names(writtenBy(system)));
        return read.isEmpty() ? List.of(write) : List.of(write, line(system, "Read", read), groups(system));
    }

    private static String groups(Party party) {
        return party.id() + ":Read:group:prefixed:" + party.groupPrefix();
    }

    private static String line(Party party, String operations, String topics) {
        return "%s:%s:topic:literal:%s".formatted(party.id(), operations, topics);
    }

    private static Predicate<Topic<?>> writtenBy(Party party) {
        return topic -> topic.writers().contains(party);
    }

    private static Predicate<Topic<?>> readBy(Party party) {
        return topic -> topic.readers().contains(party);
    }

    private static String names(Predicate<Topic<?>> wanted) {
        return topics(wanted).map(Topic::name).collect(Collectors.joining(","));
    }

    private static Stream<Topic<?>> topics(Predicate<Topic<?>> wanted) {
        return Topics.ALL.stream().filter(wanted);
    }
}
