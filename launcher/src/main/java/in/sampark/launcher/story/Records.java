package in.sampark.launcher.story;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.launcher.story.TopicReader.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the topics tell of a story that has been played: from what was fed to what was told.
 *
 * @param crossings of the ladder, by event id
 */
record Records(FedRecords fed, Map<String, LowBalance> crossings, ToldRecords told) {

    static Records read(TopicReader topics) {
        return new Records(
                FedRecords.read(topics),
                topics.all(Topics.LOW_BALANCE).stream()
                        .map(Sent::value)
                        .collect(toMap(LowBalance::getEventId, identity(), (first, again) -> first)),
                ToldRecords.read(topics));
    }

    /** Crossings of a connection by rung, with every rung of the story present. */
    Map<String, Long> crossings(String connectionId) {
        Map<String, Long> counted = new TreeMap<>(Map.of("30", 0L, "10", 0L, "0", 0L));
        crossings.values().stream()
                .filter(crossing -> crossing.getConnectionId().equals(connectionId))
                .forEach(crossing -> counted.merge(Long.toString(crossing.getRungValue()), 1L, Long::sum));
        return counted;
    }

    /**
     * From the sending of a reading to the arrival of the notice it led to at the gateway.
     *
     * @param arrivals when the gateway received each message, by message id
     */
    Latency latency(Map<String, Instant> arrivals) {
        return Latency.of(told.messages().stream()
                .flatMap(message -> wait(message, arrivals).stream())
                .toList());
    }

    /** A crossing that posting caused has no reading among its causes, and so no such wait. */
    private Optional<Duration> wait(MessageStatus message, Map<String, Instant> arrivals) {
        return Optional.ofNullable(message.getCausationId())
                .map(crossings::get)
                .flatMap(crossing -> fed.sentAt(crossing.getCausationId()))
                .flatMap(sentAt -> Optional.ofNullable(arrivals.get(message.getMessageId()))
                        .map(arrival -> Duration.between(sentAt, arrival)));
    }
}
