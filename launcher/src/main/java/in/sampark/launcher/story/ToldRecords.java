package in.sampark.launcher.story;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import in.sampark.contract.Topics;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.Unreachable;
import in.sampark.launcher.story.TopicReader.Sent;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What consumers were told, and what they could not be told.
 *
 * @param messages the last step of each
 * @param unreachable notices that never reached their consumer
 */
record ToldRecords(Collection<MessageStatus> messages, Collection<Unreachable> unreachable) {

    static final String RECHARGE_CREDITED = "RECHARGE_CREDITED";
    static final String LOW_BALANCE = "LOW_BALANCE";

    private static final String OUTAGE = "OUTAGE_";
    private static final Set<MessageStep> ENDS =
            EnumSet.of(MessageStep.DELIVERED, MessageStep.FAILED, MessageStep.EXPIRED, MessageStep.SUPPRESSED);

    /** What is told of an event to one connection. */
    private record Notice(@Nullable String causationId, String kind, String connectionId) {}

    static ToldRecords read(TopicReader topics) {
        Collection<MessageStatus> messages = topics.all(Topics.MESSAGE_STATUS).stream()
                .map(Sent::value)
                .collect(toMap(MessageStatus::getMessageId, identity(), (before, after) -> after))
                .values();
        List<Unreachable> unreachable =
                topics.all(Topics.UNREACHABLE).stream().map(Sent::value).toList();
        return new ToldRecords(messages, neverTold(unreachable, messages));
    }

    /** A notice that waited for a proven number, and was told when there was one, did reach its consumer. */
    private static Collection<Unreachable> neverTold(
            List<Unreachable> unreachable, Collection<MessageStatus> messages) {
        Set<Notice> told = messages.stream()
                .filter(message -> message.getStep() == MessageStep.DELIVERED)
                .flatMap(message -> message.getConnectionIds().stream()
                        .map(connection -> new Notice(message.getCausationId(), message.getKind(), connection)))
                .collect(toSet());
        return unreachable.stream()
                .filter(one -> !told.contains(new Notice(one.getCausationId(), one.getKind(), one.getConnectionId())))
                .collect(toMap(Unreachable::getEventId, identity(), (first, again) -> first))
                .values();
    }

    /** How many messages have not come to an end: something may still follow their last step. */
    long open() {
        return messages.stream()
                .filter(message -> !ENDS.contains(message.getStep()))
                .count();
    }

    /** Messages of a kind on a connection that reached the phone. */
    long delivered(String kind, String connectionId) {
        return delivered(kind)
                .filter(message -> message.getConnectionIds().contains(connectionId))
                .count();
    }

    /** Notices of a kind on a connection that did not. */
    long unreachable(String kind, String connectionId) {
        return unreachable.stream()
                .filter(notice -> notice.getKind().startsWith(kind))
                .filter(notice -> notice.getConnectionId().equals(connectionId))
                .count();
    }

    /** What was told of outages: by kind, how many messages, each of which may speak of several connections. */
    Map<String, Long> outages() {
        return outages(message -> true);
    }

    /** As above, of those that speak of the connection. */
    Map<String, Long> outages(String connectionId) {
        return outages(message -> message.getConnectionIds().contains(connectionId));
    }

    private Map<String, Long> outages(Predicate<MessageStatus> which) {
        return delivered(OUTAGE)
                .filter(which)
                .collect(groupingBy(
                        message -> message.getKind().substring(OUTAGE.length()).toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        counting()));
    }

    private Stream<MessageStatus> delivered(String kind) {
        return messages.stream()
                .filter(message -> message.getStep() == MessageStep.DELIVERED)
                .filter(message -> message.getKind().startsWith(kind));
    }

    /** Messages by kind, language and what became of them. */
    Map<String, Long> byOutcome() {
        return messages.stream()
                .collect(groupingBy(
                        message -> message.getKind() + ", " + message.getLanguage() + ", " + outcome(message),
                        TreeMap::new,
                        counting()));
    }

    /** The last known step, with its reason where it did not end well. */
    private static String outcome(MessageStatus message) {
        String step = message.getStep().name().toLowerCase(Locale.ROOT);
        return message.getReason() == null || message.getStep() == MessageStep.DELIVERED
                ? step
                : step + " (" + message.getReason() + ")";
    }

    /** Notices that could not be sent, by kind and reason. */
    Map<String, Long> untold() {
        return unreachable.stream()
                .collect(groupingBy(
                        notice -> notice.getKind() + ", " + words(notice.getReason()), TreeMap::new, counting()));
    }

    private static String words(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
