package in.sampark.benchmarks.fanout;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.StreamSupport;

/** The gateway's side: how late it answers, and what has come to it. */
final class Inbox {

    private static final long PAUSE_MS = 50;

    private final Api api;
    private final URI simulator;
    private long forgotten;

    Inbox(RunningSystem system) {
        api = new Api(system.issuer());
        simulator = system.simulator();
    }

    URI gateway() {
        return simulator.resolve("/sms/messages");
    }

    void answersAfter(Duration latency) {
        api.put(simulator.resolve("/sms/trouble"), Map.of("latencyMs", latency.toMillis()));
    }

    /** Forgets what has come so far. */
    void empty() {
        api.delete(simulator.resolve("/inbox/messages"));
        forgotten = taken();
    }

    /** Waits until as many have come as there must be by then. */
    void await(LongSupplier messages) throws InterruptedException {
        while (taken() - forgotten < messages.getAsLong()) {
            Thread.sleep(PAUSE_MS);
        }
    }

    private long taken() {
        return api.get(simulator.resolve("/inbox/count")).required("taken").asLong();
    }

    /** When the first message to the phone came. @param number E.164 */
    Optional<Instant> arrival(String number) {
        return StreamSupport.stream(
                        api.get(simulator.resolve("/inbox/messages?to=" + number.substring(1)))
                                .spliterator(),
                        false)
                .map(message -> Instant.parse(message.required("receivedAt").asString()))
                .min(Instant::compareTo);
    }
}
