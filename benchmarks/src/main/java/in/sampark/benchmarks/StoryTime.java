package in.sampark.benchmarks;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The story's time, by which the services decide. It goes on at its usual pace, and jumps forward when told to. */
public final class StoryTime {

    private static final Who OPERATOR = new Who("benchmark", "ops", "DVVNL");

    private final Api api;
    private final URI clock;

    public StoryTime(RunningSystem system) {
        api = new Api(system.issuer());
        clock = system.simulator().resolve("/clock");
    }

    public Instant now() {
        return Instant.parse(api.get(clock).required("now").asString());
    }

    /** @param services those that are running; others ask for the time when they start */
    public void jump(Instant to, List<URI> services) {
        Map<String, String> now = Map.of("now", to.toString());
        api.put(clock, now);
        services.forEach(service -> api.put(service.resolve("/internal/clock"), OPERATOR, now));
    }
}
