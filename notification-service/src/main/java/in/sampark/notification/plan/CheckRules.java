package in.sampark.notification.plan;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.notification.plan.domain.OvertakenBy.LaterEvent;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.messaging.OccurrenceMapper;
import in.sampark.notification.template.domain.Templates;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/** Holds rules to the templates and the events they name, before the first of them is told. */
public final class CheckRules {

    private CheckRules() {}

    /** @throws IllegalArgumentException when a template is missing, or a rule asks for a value that its events never have */
    public static void fit(Rules rules, Templates templates) {
        for (Rule rule : rules.all()) {
            rule.wordings().forEach(wording -> templates.require(wording.use()));
            switch (rule.audience()) {
                case VERIFIED_CONTACT -> fitEvent(rule, templates);
                case CHALLENGED_NUMBER -> fitNobodyKnown(rule, templates);
                case SUBSCRIBED_CONTACT -> require(rule, AskedValues.of(rule, templates), TellBalances.VALUES);
                case SUPPLIED_CONSUMERS -> {}
            }
        }
    }

    /** Whose number is yet to be proven has agreed to nothing. */
    private static void fitNobodyKnown(Rule rule, Templates templates) {
        rule.wordings().stream()
                .flatMap(wording -> templates.require(wording.use()).values().stream())
                .filter(template -> template.registration().category().purpose().isPresent())
                .findFirst()
                .ifPresent(template -> {
                    throw new IllegalArgumentException("notice " + rule.kind() + ": template " + template + " is "
                            + template.registration().category() + " (expected: a category that asks for no consent)");
                });
    }

    private static void fitEvent(Rule rule, Templates templates) {
        require(rule, AskedValues.of(rule, templates), values(rule.event(), OccurrenceMapper::names));
        if (rule.until() != null) {
            require(rule, Set.of(rule.until()), values(rule.event(), OccurrenceMapper::times));
        }
        if (rule.overtakenBy() instanceof LaterEvent(Set<String> topics, String same) && same != null) {
            topics.forEach(topic -> require(rule, Set.of(same), values(topic, OccurrenceMapper::names)));
        }
    }

    private static void require(Rule rule, Collection<String> asked, Set<String> values) {
        asked.stream().filter(one -> !values.contains(one)).findFirst().ifPresent(missing -> {
            throw new IllegalArgumentException(
                    "notice " + rule.kind() + ": value " + missing + " (expected: one of " + values + ")");
        });
    }

    private static Set<String> values(String event, Function<Topic<?>, Set<String>> some) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(event))
                .findFirst()
                .map(some)
                .orElse(Set.of());
    }
}
