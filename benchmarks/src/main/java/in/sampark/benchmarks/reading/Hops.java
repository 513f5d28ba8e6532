package in.sampark.benchmarks.reading;

import static java.util.stream.Collectors.toMap;

import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.Dispatch;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api;
import in.sampark.launcher.story.Latency;
import in.sampark.launcher.story.TopicReader;
import in.sampark.launcher.story.TopicReader.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** When each notice left each of the places on its way from the reading that led to it. */
final class Hops {

    /** @param read when the reading was sent, announced the crossing, planned the message, arrived the message at the gateway */
    private record Way(Instant read, Instant announced, Instant planned, Instant arrived) {}

    private final List<Way> ways;

    private Hops(List<Way> ways) {
        this.ways = ways;
    }

    static Hops of(RunningSystem system) {
        try (TopicReader topics = new TopicReader(
                system.infrastructure().bootstrapServers(),
                system.infrastructure().registryUrl())) {
            Map<String, Instant> readings = topics.all(Topics.METER_READINGS).stream()
                    .collect(toMap(sent -> sent.value().getEventId(), Sent::sentAt));
            Map<String, Sent<LowBalance>> crossings = topics.all(Topics.LOW_BALANCE).stream()
                    .collect(toMap(sent -> sent.value().getEventId(), Function.identity(), (one, _) -> one));
            Map<String, Instant> arrivals = arrivals(system);
            return new Hops(topics.all(Topics.DISPATCH_ALERT).stream()
                    .filter(sent -> sent.value().getAttempt() == 1)
                    .flatMap(sent -> way(sent, crossings, readings, arrivals))
                    .toList());
        }
    }

    private static Stream<Way> way(
            Sent<Dispatch> planned,
            Map<String, Sent<LowBalance>> crossings,
            Map<String, Instant> readings,
            Map<String, Instant> arrivals) {
        Sent<LowBalance> crossing = crossings.get(String.valueOf(planned.value().getCausationId()));
        Instant arrived = arrivals.get(planned.value().getMessageId());
        Instant read = crossing == null
                ? null
                : readings.get(String.valueOf(crossing.value().getCausationId()));
        return crossing == null || read == null || arrived == null
                ? Stream.empty()
                : Stream.of(new Way(read, crossing.sentAt(), planned.sentAt(), arrived));
    }

    private static Map<String, Instant> arrivals(RunningSystem system) {
        JsonNode messages = new Api(system.issuer()).get(system.simulator().resolve("/inbox/messages"));
        return StreamSupport.stream(messages.spliterator(), false)
                .collect(toMap(
                        message -> message.required("reference").asString(),
                        message -> Instant.parse(message.required("receivedAt").asString()),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /** Those whose reading was sent at the time or later. */
    Hops since(Instant time) {
        return new Hops(ways.stream().filter(way -> !way.read().isBefore(time)).toList());
    }

    /** The whole way. */
    Latency all() {
        return between(Way::read, Way::arrived);
    }

    /** Half of the notices were as fast as this, part by part. */
    List<Figure> parts() {
        return List.of(
                half("reading to crossing announced", between(Way::read, Way::announced)),
                half("crossing announced to message planned", between(Way::announced, Way::planned)),
                half("message planned to gateway", between(Way::planned, Way::arrived)));
    }

    private static Figure half(String what, Latency latency) {
        return new Figure(what + ", half of them within", latency.p50(), "ms");
    }

    private Latency between(Function<Way, Instant> from, Function<Way, Instant> to) {
        return Latency.of(ways.stream()
                .map(way -> Duration.between(from.apply(way), to.apply(way)))
                .toList());
    }
}
