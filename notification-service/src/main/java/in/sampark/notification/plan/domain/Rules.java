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
    private final Set<String> named;

    /** @throws IllegalArgumentException when two rules make the same kind of notice, or one comes after a kind that nobody of a connection is told */
    public Rules(List<Rule> rules) {
        for (Rule rule : rules) {
            if (byKind.put(rule.kind(), rule) != null) {
                throw new IllegalArgumentException("kind: " + rule.kind() + " twice (expected: one rule a kind)");
            }
        }
        this.named =
                rules.stream().flatMap(rule -> Stream.ofNullable(rule.after())).collect(Collectors.toUnmodifiableSet());
        rules.stream().filter(rule -> rule.after() != null).forEach(this::requireNamed);
    }

    private void requireNamed(Rule rule) {
        boolean known = rule.after() != null
                && !rule.after().equals(rule.kind())
                && ofKind(rule.after()).filter(Rule::ofOneConnection).isPresent();
        if (!known || !rule.ofOneConnection()) {
            throw new IllegalArgumentException(rule.kind() + ": after " + rule.after()
                    + " (expected: the kind of another notice, both to a connection's verified contact)");
        }
    }

    /** Every rule, in order. */
    public List<Rule> all() {
        return List.copyOf(byKind.values());
    }

    /** Topics of the events that concern one connection each and lead to a notice, or overtake one. */
    public Set<String> connectionTopics() {
        Stream<String> told =
                byKind.values().stream().filter(Rule::ofOneConnection).map(Rule::event);
        return Stream.concat(told, overtaking().stream().flatMap(later -> later.topics().stream()))
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

    /** Kinds of the notices that others come after. */
    public Set<String> named() {
        return named;
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
