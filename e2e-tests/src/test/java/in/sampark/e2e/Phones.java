package in.sampark.e2e;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The gateway simulator's side of the story. */
final class Phones {

    private final Api api;
    private final URI simulator;

    Phones(RunningSystem system) {
        this.api = new Api(system.issuer());
        this.simulator = system.simulator();
    }

    /** Every message that was taken, as often as it was. */
    List<HandedOver> all() {
        return StreamSupport.stream(
                        api.get(simulator.resolve("/inbox/messages")).spliterator(), false)
                .map(HandedOver::of)
                .toList();
    }

    /** How often each message was taken. */
    Map<UUID, Integer> counts() {
        Map<UUID, Integer> counts = new HashMap<>();
        api.get(simulator.resolve("/inbox/counts"))
                .properties()
                .forEach(count -> counts.put(
                        UUID.fromString(count.getKey()), count.getValue().asInt()));
        return counts;
    }

    Instant storyTime() {
        return Instant.parse(
                api.get(simulator.resolve("/clock")).required("now").asString());
    }

    /** Puts the gateway into trouble; without any when empty. */
    void trouble(Map<String, ?> wish) {
        api.put(simulator.resolve("/sms/trouble"), wish);
    }
}
