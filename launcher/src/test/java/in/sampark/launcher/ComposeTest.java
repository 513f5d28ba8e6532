package in.sampark.launcher;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Party;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} runs what {@code ./run} runs, and speaks of settings that exist. */
class ComposeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Plan PLAN = Plan.of(Map.of());

    private record Container(String name, Map<String, Object> definition) {

        @SuppressWarnings("unchecked")
        Map<String, Object> environment() {
            return (Map<String, Object>) definition.getOrDefault("environment", Map.of());
        }

        String said(String key) {
            return String.valueOf(definition.get(key));
        }
    }

    static List<Plan.Service> services() {
        return PLAN.services();
    }

    @Test
    void theServicesAreThoseOfThePlan() throws IOException {
        assertThat(containers().map(Container::name).filter(name -> name.endsWith("-service")))
                .containsExactlyInAnyOrderElementsOf(
                        PLAN.services().stream().map(Plan.Service::module).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceListensWhereThePlanSaysAndOnLoopbackOnly(Plan.Service service) throws IOException {
        assertThat(container(service.module()).said("ports"))
                .isEqualTo("[127.0.0.1:${%s:-%d}:8080]"
                        .formatted(service.port().variable(), service.port().number()));
    }

    @Test
    void whatElseIsPublishedIsOnLoopbackToo() throws IOException {
        assertThat(containers().map(container -> container.said("ports")).filter(ports -> !ports.equals("null")))
                .allMatch(ports -> ports.startsWith("[127.0.0.1:") && !ports.contains(","));
        assertThat(container("kafka").said("ports")).contains(published(PLAN.kafka()));
        assertThat(container("registry").said("ports")).contains(published(PLAN.registry()));
        assertThat(container("keycloak").said("ports")).contains(published(PLAN.identityProvider()));
        assertThat(container("simulator").said("ports")).contains(published(PLAN.simulator()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyVariableOfAServiceIsOneOfItsSettings(Plan.Service service) throws IOException {
        assertThat(container(service.module()).environment().keySet()).isSubsetOf(settings(service.module()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatHasNoDefaultOrOneForThisMachineOnlyIsSaid(Plan.Service service) throws IOException {
        assertThat(container(service.module()).environment().keySet())
                .containsAll(found(
                        "\\$\\{([A-Z][A-Z0-9_]+):(?:[^{}]*127\\.0\\.0\\.1[^{}]*)?}", settingsFiles(service.module())));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsGivenTheKeysOfThePlanAndNoOthers(Plan.Service service) throws IOException {
        assertThat(container(service.module()).environment().keySet().stream()
                        .filter(name -> name.startsWith("SAMPARK_KEYS_")))
                .containsExactlyInAnyOrderElementsOf(
                        service.keysets().stream().map(Keyset::variable).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void everySecretOfAServiceIsItsOwnOrShared(Plan.Service service) throws IOException {
        Map<String, Object> environment = container(service.module()).environment();
        String owner = service.module().toUpperCase(Locale.ROOT).replace('-', '_');
        assertThat(environment)
                .containsEntry("SAMPARK_KAFKA_PASSWORD", demanded("KAFKA_PASSWORD_" + owner))
                .containsEntry("SAMPARK_DATABASE_NAME", service.database())
                .containsEntry(
                        "SAMPARK_DATABASE_PASSWORD",
                        demanded("POSTGRES_PASSWORD_" + service.database().toUpperCase(Locale.ROOT)));
    }

    @Test
    void everyDatabaseIsMade() throws IOException {
        String databases = Stream.concat(
                        PLAN.services().stream().map(Plan.Service::database), Stream.of("registry", "keycloak"))
                .collect(joining(" "));
        Map<String, Object> environment = container("postgres").environment();
        assertThat(environment).containsEntry("DATABASES", databases);
        assertThat(environment.keySet())
                .containsAll(Stream.of(databases.split(" "))
                        .map(name -> "POSTGRES_PASSWORD_" + name.toUpperCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void theBrokerKnowsEveryPartyOfTheCatalogue() throws IOException {
        String users = String.valueOf(
                container("kafka").environment().get("KAFKA_LISTENER_NAME_CLIENTS_PLAIN_SASL_JAAS_CONFIG"));
        assertThat(found("user_([\\w-]+)=", users))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(Party.values()).map(Party::id), Stream.of("broker", "dashboard"))
                                .toList());
    }

    @Test
    void theSoftwareIsThatOfTheBuild() throws IOException {
        Properties software = new Properties();
        try (InputStream file =
                ComposeTest.class.getResourceAsStream("/in/sampark/infrastructure/software.properties")) {
            software.load(file);
        }
        assertThat(container("kafka").said("image"))
                .isEqualTo("apache/kafka:" + version(software, "kafka"))
                .isEqualTo(container("rights").said("image"));
        assertThat(container("registry").said("image"))
                .isEqualTo("apicurio/apicurio-registry:" + version(software, "registry"));
        assertThat(container("postgres").said("image"))
                .isEqualTo("postgres:" + version(software, "postgres").replaceAll("\\..*", ""));
    }

    @Test
    void aGatewayOfOnesOwnHasAPlaceForItsFileAndForItsAccount() throws IOException {
        Container service = container("notification-service");
        assertThat(service.said("volumes")).isEqualTo("[./compose/gateways:/etc/sampark/gateways:ro]");
        assertThat(service.said("env_file")).isEqualTo("[.env.gateways]");
        assertThat(ROOT.resolve("compose/gateways")).isDirectory();
        assertThat(Files.readString(ROOT.resolve("compose/prepare")))
                .contains("umask 077 && : > \"$root/.env.gateways\"");
        assertThat(Files.readAllLines(ROOT.resolve(".gitignore"))).contains(".env", ".env.gateways");
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        assertThat(containers()
                        .flatMap(container -> container.environment().entrySet().stream())
                        .filter(setting -> setting.getKey().matches(".*(PASSWORD|SECRET|API_KEY|_KEYS_).*"))
                        .filter(setting -> setting.getValue() != null) // as it is said where the file is read
                        .map(setting -> String.valueOf(setting.getValue())))
                .isNotEmpty()
                .allMatch(value -> value.matches("\\$\\{[A-Z_]+:\\?run compose/prepare}"));
    }

    /** The environment variables a service understands: those its settings name, and Spring's own for who gives tokens. */
    private static Set<String> settings(String module) throws IOException {
        Set<String> settings = new TreeSet<>(Set.of(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI"));
        for (Keyset keyset : Keyset.values()) {
            settings.add(keyset.variable());
        }
        settings.addAll(found("\\$\\{([A-Z][A-Z0-9_]+)", settingsFiles(module)));
        return settings;
    }

    private static String settingsFiles(String module) throws IOException {
        return gateways(module)
                + Files.readString(ROOT.resolve(module).resolve("src/main/resources/application.yml"))
                + Files.readString(ROOT.resolve("platform/src/main/resources/platform-defaults.yml"))
                + Files.readString(ROOT.resolve("platform/src/main/serde/apicurio/resources/serde.yml"));
    }

    /** What application.yml imports, whichever gateway is chosen. */
    private static String gateways(String module) throws IOException {
        Path folder = ROOT.resolve(module).resolve("src/main/resources/gateways");
        if (Files.notExists(folder)) {
            return "";
        }
        var all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static String published(Port port) {
        return "127.0.0.1:${%s:-%d}:".formatted(port.variable(), port.number());
    }

    private static String demanded(String name) {
        return "${%s:?run compose/prepare}".formatted(name);
    }

    private static String version(Properties software, String name) {
        return software.getProperty(name).substring(name.length() + 1);
    }

    private static Container container(String name) throws IOException {
        return containers()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Container> containers() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        return compose.get("services").entrySet().stream()
                .map(entry -> new Container(entry.getKey(), entry.getValue()));
    }
}
