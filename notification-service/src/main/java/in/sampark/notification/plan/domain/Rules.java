package in.sampark.notification.plan.domain;

import in.sampark.notification.plan.domain.OvertakenBy.LaterEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {

    private final Map<String, Rule> byKind = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two rules make the same kind of notice */
    public Rules(List<Rule> rules) {
        for (Rule rule : rules) {
            if (byKind.put(rule.kind(), rule) != null) {
                throw new IllegalArgumentException("kind: " + rule.kind() + " twice (expected: one rule a kind)");
            }
        }
    }

    /** Every rule, in order. */
    public List<Rule> all() {
        return List.copyOf(byKind.values());
    }

    /** Topics of the events that concern one connection each and lead to a notice, or overtake one. */
    public Set<String> connectionTopics() {
        Stream<String> told = byKind.values().stream()
                .filter(rule -> rule.audience() == Audience.VERIFIED_CONTACT)
                .map(Rule::event);
        return Stream.concat(told, overtaking().stream().map(LaterEvent::topic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which later events make a notice untrue. */
    public Set<LaterEvent> overtaking() {
        return byKind.values().stream()
                .map(Rule::overtakenBy)
                .filter(LaterEvent.class::isInstance)
                .map(LaterEvent.class::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What an event of the topic with these values leads to. */
    public List<Rule> of(String topic, Map<String, String> values) {
        return byKind.values().stream()
                .filter(rule -> rule.event().equals(topic) && rule.appliesTo(values))
                .toList();
    }

    /** The rule of a kind, if this build knows it. */
    public Optional<Rule> ofKind(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
