package in.sampark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.yaml.snakeyaml.Yaml;

/** The broker of {@code docker-compose.yml}, by the settings and with the rights written there; only addresses and folders are this machine's. */
public final class SecuredBroker {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String BROKER = "broker";

    private final int port = freePort();

    private SecuredBroker() {}

    /** The broker, started by the first test that asks and stopped with the JVM. */
    public static SecuredBroker get() {
        return Started.BROKER;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** What a client has to say to be taken for the user. */
    public Map<String, Object> client(String user) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password(user))));
    }

    /** The broker's own user, who may do everything. */
    public Map<String, Object> owner() {
        return client(BROKER);
    }

    public static String password(String user) {
        return "secret of " + user.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private SecuredBroker start() {
        try {
            Path data = Files.createTempDirectory("secured-kafka");
            int controllerPort = freePort();
            Map<String, String> config = config(data, controllerPort);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .run();
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
            server.startup();
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "secured-kafka"));
            grant();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException("secured broker", e);
        }
    }

    private Map<String, String> config(Path data, int controllerPort) throws IOException {
        Map<String, String> config = composed();
        config.keySet().removeIf(name -> name.startsWith("listener.name.machine."));
        config.put("listeners", "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        config.put("advertised.listeners", "CLIENTS://" + bootstrapServers());
        config.put("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        config.put("log.dirs", data.toString());
        return config;
    }

    /** The environment of the container as its image makes properties of it. */
    private static Map<String, String> composed() throws IOException {
        Map<String, Map<String, Map<String, Map<String, Object>>>> compose =
                new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        Map<String, String> config = new HashMap<>();
        compose.get("services")
                .get("kafka")
                .get("environment")
                .forEach((name, value) -> config.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        String.valueOf(value).replaceAll("\\$\\{KAFKA_PASSWORD_([A-Z_]+)[^}]*}", "secret of $1")));
        return config;
    }

    private void grant() throws Exception {
        try (Admin admin = Admin.create(owner())) {
            List<AclBinding> rights = Files.readAllLines(ROOT.resolve("compose/kafka/rights")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> bindings(line.split(":")))
                    .toList();
            admin.createAcls(rights).all().get();
        }
    }

    private static Stream<AclBinding> bindings(String[] right) {
        List<AclBinding> bindings = new ArrayList<>();
        for (String operation : right[1].split(",")) {
            for (String name : right[4].split(",")) {
                bindings.add(new AclBinding(
                        new ResourcePattern(
                                ResourceType.valueOf(right[2].toUpperCase(Locale.ROOT)),
                                name,
                                PatternType.valueOf(right[3].toUpperCase(Locale.ROOT))),
                        new AccessControlEntry(
                                "User:" + right[0], "*", operation(operation), AclPermissionType.ALLOW)));
            }
        }
        return bindings.stream();
    }

    /** The command line writes {@code DescribeConfigs} where the protocol says {@code DESCRIBE_CONFIGS}. */
    private static AclOperation operation(String name) {
        return AclOperation.valueOf(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Started {
        static final SecuredBroker BROKER = new SecuredBroker().start();
    }
}
