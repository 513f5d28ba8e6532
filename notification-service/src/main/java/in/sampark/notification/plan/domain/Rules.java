package in.sampark.notification.plan.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
