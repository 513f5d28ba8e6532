package in.sampark.notification.plan;

import in.sampark.contract.Topics;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.plan.domain.OvertakenBy.LaterEvent;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.messaging.OccurrenceMapper;
import in.sampark.notification.template.domain.Templates;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that rules ask of events of connections. What an event says besides is nobody's business here, and stays out of messages. */
final class AskedValues {

    private AskedValues() {}

    /** Of the events that lead to a rule's notice: its conditions, its limit, and what its words need. */
    static Set<String> of(Rule rule, Templates templates) {
        Stream<String> words = rule.wordings().stream()
                .flatMap(wording -> Stream.concat(
                        wording.when().keySet().stream(),
                        templates.require(wording.use()).values().stream().flatMap(each -> each.values().stream())));
        Stream<String> conditions = Stream.concat(rule.when().keySet().stream(), Stream.ofNullable(rule.until()));
        return Stream.of(words, conditions, compared(rule, rule.event()))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of all events of a topic. */
    static Set<String> ofTopic(String topic, Rules rules, Templates templates) {
        Stream<String> told = rules.all().stream()
                .filter(rule -> rule.audience() == Audience.VERIFIED_CONTACT
                        && rule.event().equals(topic))
                .flatMap(rule -> of(rule, templates).stream());
        Stream<String> overtaking = rules.all().stream().flatMap(rule -> compared(rule, topic));
        return Stream.concat(told, overtaking).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By what a notice and the event that overtakes it are compared, if either is of the topic. */
    private static Stream<String> compared(Rule rule, String topic) {
        return rule.overtakenBy() instanceof LaterEvent later
                        && (later.topics().contains(topic) || rule.event().equals(topic))
                ? Stream.concat(Stream.ofNullable(later.same()), version(topic))
                : Stream.empty();
    }

    private static Stream<String> version(String topic) {
        return Topics.ALL.stream()
                .filter(one -> one.name().equals(topic))
                .flatMap(one -> OccurrenceMapper.names(one).stream())
                .filter(Moment.VERSION::equals);
    }
}
