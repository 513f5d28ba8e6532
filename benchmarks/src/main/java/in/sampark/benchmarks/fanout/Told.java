package in.sampark.benchmarks.fanout;

import in.sampark.benchmarks.Measurement.Figure;
import in.sampark.launcher.story.Latency;
import java.time.Duration;
import java.util.List;

/**
 * What telling everybody took.
 *
 * @param latency how late the gateway answered
 * @param seconds from the outage to the last message at the gateway
 * @param cpuSeconds processor time of the service until every receipt was in
 * @param codes one-time codes, from asking to the gateway
 */
record Told(int messages, Duration latency, double seconds, double cpuSeconds, Latency codes) {

    double aSecond() {
        return messages / seconds;
    }

    /** Processor time of the service, a message. */
    double cpuMicros() {
        return cpuSeconds * 1e6 / messages;
    }

    List<Figure> figures() {
        String which = "%,d at %d ms".formatted(messages, latency.toMillis());
        return List.of(
                new Figure(which + ", told within", seconds, "s"),
                new Figure(which + ", messages a second", aSecond(), "messages/s"),
                new Figure(which + ", processor time of a message", cpuMicros(), "us"),
                new Figure(which + ", half of the one-time codes within", codes.p50(), "ms"),
                new Figure(which + ", 99 of 100 one-time codes within", codes.p99(), "ms"));
    }
}
