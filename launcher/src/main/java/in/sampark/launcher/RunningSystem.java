package in.sampark.launcher;

import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.Infrastructure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The system, started and ready.
 *
 * @param infrastructure what it runs on
 * @param simulator address of the world outside: SMS gateway, inbox, story clock, feed
 * @param issuer the identity provider; tokens come from {@code <issuer>/token}
 * @param instances address of each instance of each service by name: the first has its module's, e.g. {@code meter-service}
 * @param databases database of each service by module
 * @param logs folder of every child's log
 * @param meters the file the simulator feeds from
 * @param days how many of its calendar days: a number or {@code all}
 * @param shippedMeters whether the file is the one in the checkout, whose answer is known
 */
public record RunningSystem(
        Infrastructure infrastructure,
        URI simulator,
        URI issuer,
        Map<String, URI> instances,
        Map<String, Database> databases,
        Path logs,
        Path meters,
        String days,
        boolean shippedMeters) {

    static final String SIMULATOR = "simulator";
    static final String ISSUER = "sampark-simulator";

    public RunningSystem {
        instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
        databases = Map.copyOf(databases);
    }

    /** Address of a service's first instance. */
    public URI service(String module) {
        return require(instances, module);
    }

    /** Database of a service. */
    public Database database(String module) {
        return require(databases, module);
    }

    private static <V> V require(Map<String, V> all, String module) {
        V value = all.get(module);
        if (value == null) {
            throw new IllegalArgumentException("service: %s (expected: one of %s)".formatted(module, all.keySet()));
        }
        return value;
    }
}
