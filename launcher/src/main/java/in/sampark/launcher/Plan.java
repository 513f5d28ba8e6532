package in.sampark.launcher;

import static in.sampark.launcher.Keyset.FIELD;
import static in.sampark.launcher.Keyset.HASH;
import static in.sampark.launcher.Keyset.OTP;
import static in.sampark.launcher.Keyset.SEALING_PRIVATE;
import static in.sampark.launcher.Keyset.SEALING_PUBLIC;
import static in.sampark.launcher.Keyset.TOKEN_PRIVATE;
import static in.sampark.launcher.Keyset.TOKEN_PUBLIC;

import in.sampark.infrastructure.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is run, and on which ports. Another service is one more line here. */
record Plan(Port postgres, Port kafka, Port registry, Port simulator, Port identityProvider, List<Service> services) {

    /**
     * A service of ours.
     *
     * @param module the module that builds it
     * @param database its database and user
     * @param keysets the keys it is given
     */
    record Service(String module, String database, Port port, Set<Keyset> keysets) {}

    /** A port was set to something that is none. */
    static final class InvalidPortException extends IllegalArgumentException {
        InvalidPortException(String message) {
            super(message);
        }
    }

    /** @throws InvalidPortException when the environment says a port that is none */
    static Plan of(Map<String, String> environment) {
        return new Plan(
                Port.of("PostgreSQL", "SAMPARK_POSTGRES_PORT", 15432, environment),
                Port.of("Kafka", "SAMPARK_KAFKA_PORT", 19092, environment),
                Port.of("schema registry", "SAMPARK_REGISTRY_PORT", 18081, environment),
                Port.of("simulator", "SAMPARK_SIMULATOR_PORT", 8090, environment),
                Port.of("identity provider", "SAMPARK_IDP_PORT", 8091, environment),
                List.of(
                        service("consumer", 8081, environment, SEALING_PUBLIC, FIELD, HASH, OTP, TOKEN_PRIVATE),
                        service("meter", 8082, environment, TOKEN_PUBLIC),
                        service("notification", 8083, environment, SEALING_PRIVATE, FIELD, HASH),
                        service("campaign", 8084, environment)));
    }

    private static Service service(String name, int port, Map<String, String> environment, Keyset... keysets) {
        String module = name + "-service";
        String variable = "SAMPARK_%s_PORT".formatted(name.toUpperCase(Locale.ROOT));
        return new Service(module, name, Port.of(module, variable, port, environment), Set.of(keysets));
    }

    List<Port> ports() {
        return Stream.concat(
                        Stream.of(postgres, kafka, registry, simulator, identityProvider),
                        services.stream().map(Service::port))
                .toList();
    }

    List<String> modules() {
        return services.stream().map(Service::module).toList();
    }

    /** The infrastructure on the planned ports. @param state where its data are kept */
    Settings settings(Path state) {
        return Settings.keptIn(state, postgres.number(), kafka.number(), registry.number());
    }
}
