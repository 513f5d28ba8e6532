package in.sampark.launcher.story;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.Unreachable;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Recharge;
import in.sampark.launcher.story.TopicReader.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the topics tell of a story that has been played. Records sent again count once. */
final class Records {

    /** A kind of message in a language with what became of it. */
    record Told(String kind, String language, String outcome) implements Comparable<Told> {
        @Override
        public int compareTo(Told other) {
            return toString().compareTo(other.toString());
        }
    }

    /** What is told of an event to one connection. */
    private record Notice(@Nullable String causationId, String kind, String connectionId) {}

    private static final Set<MessageStep> ENDS =
            EnumSet.of(MessageStep.DELIVERED, MessageStep.FAILED, MessageStep.EXPIRED, MessageStep.SUPPRESSED);

    static final String RECHARGE_CREDITED = "RECHARGE_CREDITED";
    static final String LOW_BALANCE = "LOW_BALANCE";
    private static final String OUTAGE = "OUTAGE_";

    private final Map<String, Sent<MeterReading>> readings;
    private final Map<String, Recharge> recharges;
    private final Map<String, LowBalance> crossings;
    private final Map<String, MessageStatus> messages;
    private final Collection<Unreachable> unreachable;

    private Records(
            Map<String, Sent<MeterReading>> readings,
            Map<String, Recharge> recharges,
            Map<String, LowBalance> crossings,
            Map<String, MessageStatus> messages,
            Collection<Unreachable> unreachable) {
        this.readings = readings;
        this.recharges = recharges;
        this.crossings = crossings;
        this.messages = messages;
        this.unreachable = unreachable;
    }

    static Records read(TopicReader topics) {
        Map<String, MessageStatus> messages = values(topics.all(Topics.MESSAGE_STATUS)).stream()
                .collect(toMap(MessageStatus::getMessageId, identity(), (before, after) -> after));
        return new Records(
                topics.all(Topics.METER_READINGS).stream()
                        .collect(toMap(sent -> sent.value().getEventId(), identity(), (first, again) -> first)),
                values(topics.all(Topics.RECHARGES)).stream()
                        .collect(toMap(Recharge::getGatewayTransactionId, identity(), (first, again) -> first)),
                values(topics.all(Topics.LOW_BALANCE)).stream()
                        .collect(toMap(LowBalance::getEventId, identity(), (first, again) -> first)),
                messages,
                neverTold(values(topics.all(Topics.UNREACHABLE)), messages.values()));
    }

    /** A notice that waited for a proven number, and was told when there was one, did reach its consumer. */
    private static Collection<Unreachable> neverTold(
            List<Unreachable> unreachable, Collection<MessageStatus> messages) {
        Set<Notice> told = messages.stream()
                .filter(message -> message.getStep() == MessageStep.DELIVERED)
                .flatMap(message -> message.getConnectionIds().stream()
                        .map(connection -> new Notice(message.getCausationId(), message.getKind(), connection)))
                .collect(Collectors.toSet());
        return unreachable.stream()
                .filter(one -> !told.contains(new Notice(one.getCausationId(), one.getKind(), one.getConnectionId())))
                .collect(toMap(Unreachable::getEventId, identity(), (first, again) -> first))
                .values();
    }

    private static <T> List<T> values(List<Sent<T>> records) {
        return records.stream().map(Sent::value).toList();
    }

    /** How many messages have not come to an end: something may still follow their last step. */
    long open() {
        return messages.values().stream()
                .filter(message -> !ENDS.contains(message.getStep()))
                .count();
    }

    /** What was fed and told in all. */
    record Counts(long readings, long recharges, Map<String, Long> outageMessages) {}

    Counts counts() {
        return new Counts(readings.size(), recharges.size(), outageMessages());
    }

    /** What the feed sent for a connection. @param wh its last register; 0 without one */
    record Fed(long wh, long recharges, long rechargePaise) {}

    Fed fed(String connectionId) {
        List<Recharge> paid = recharges.values().stream()
                .filter(recharge -> recharge.getConnectionId().equals(connectionId))
                .toList();
        return new Fed(
                readings.values().stream()
                        .map(Sent::value)
                        .filter(reading -> reading.getConnectionId().equals(connectionId))
                        .mapToLong(MeterReading::getRegisterWh)
                        .max()
                        .orElse(0),
                paid.size(),
                paid.stream().mapToLong(Recharge::getAmountPaise).sum());
    }

    /** Crossings of a connection by rung, with every rung of the story present. */
    Map<String, Long> crossings(String connectionId) {
        Map<String, Long> counted = new TreeMap<>(Map.of("30", 0L, "10", 0L, "0", 0L));
        crossings.values().stream()
                .filter(crossing -> crossing.getConnectionId().equals(connectionId))
                .forEach(crossing -> counted.merge(Long.toString(crossing.getRungValue()), 1L, Long::sum));
        return counted;
    }

    /** Messages of a kind on a connection that reached the phone. */
    long delivered(String kind, String connectionId) {
        return messages.values().stream()
                .filter(message -> message.getStep() == MessageStep.DELIVERED)
                .filter(message -> isOfKind(message.getKind(), kind))
                .filter(message -> message.getConnectionIds().contains(connectionId))
                .count();
    }

    /** What was told of outages: by kind, how many messages, each of which may speak of several connections. */
    private Map<String, Long> outageMessages() {
        return outageMessages(message -> true);
    }

    /** As above, of those that speak of the connection. */
    Map<String, Long> outageMessages(String connectionId) {
        return outageMessages(message -> message.getConnectionIds().contains(connectionId));
    }

    private Map<String, Long> outageMessages(Predicate<MessageStatus> which) {
        return messages.values().stream()
                .filter(message -> message.getStep() == MessageStep.DELIVERED)
                .filter(message -> isOfKind(message.getKind(), OUTAGE))
                .filter(which)
                .collect(groupingBy(
                        message -> message.getKind().substring(OUTAGE.length()).toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        counting()));
    }

    long unreachable(String kind, String connectionId) {
        return unreachable.stream()
                .filter(notice -> isOfKind(notice.getKind(), kind))
                .filter(notice -> notice.getConnectionId().equals(connectionId))
                .count();
    }

    /** Messages by kind, language and last known step. */
    Map<Told, Long> told() {
        return messages.values().stream()
                .collect(groupingBy(
                        message -> new Told(message.getKind(), message.getLanguage(), outcome(message)),
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
                        notice -> notice.getKind() + ", "
                                + notice.getReason()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                        TreeMap::new,
                        counting()));
    }

    /**
     * From the sending of a reading to the arrival of the notice it led to at the gateway.
     *
     * @param arrivals when the gateway received each message, by message id
     */
    Latency latency(Map<String, Instant> arrivals) {
        return Latency.of(messages.values().stream()
                .flatMap(message -> wait(message, arrivals).stream())
                .collect(Collectors.toList()));
    }

    /** A crossing that posting caused has no reading among its causes, and so no such wait. */
    private Optional<Duration> wait(MessageStatus message, Map<String, Instant> arrivals) {
        return Optional.ofNullable(message.getCausationId())
                .map(crossings::get)
                .map(LowBalance::getCausationId)
                .map(readings::get)
                .flatMap(reading -> Optional.ofNullable(arrivals.get(message.getMessageId()))
                        .map(arrival -> Duration.between(reading.sentAt(), arrival)));
    }

    private static boolean isOfKind(String kind, String wanted) {
        return kind.startsWith(wanted);
    }
}
