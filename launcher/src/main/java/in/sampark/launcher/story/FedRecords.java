package in.sampark.launcher.story;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import in.sampark.contract.Topics;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Recharge;
import in.sampark.launcher.story.TopicReader.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the feed sent. Records sent again count once.
 *
 * @param readings by event id
 * @param recharges by the gateway's transaction
 */
record FedRecords(Map<String, Sent<MeterReading>> readings, Map<String, Recharge> recharges) {

    /** What was sent for one connection. @param wh its last register; 0 without one */
    record Fed(long wh, long recharges, long rechargePaise) {}

    static FedRecords read(TopicReader topics) {
        return new FedRecords(
                topics.all(Topics.METER_READINGS).stream()
                        .collect(toMap(sent -> sent.value().getEventId(), identity(), (first, again) -> first)),
                topics.all(Topics.RECHARGES).stream()
                        .map(Sent::value)
                        .collect(toMap(Recharge::getGatewayTransactionId, identity(), (first, again) -> first)));
    }

    Fed of(String connectionId) {
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

    /** When a reading was sent; empty for what is none. */
    Optional<Instant> sentAt(@Nullable String eventId) {
        return Optional.ofNullable(eventId).map(readings::get).map(Sent::sentAt);
    }
}
