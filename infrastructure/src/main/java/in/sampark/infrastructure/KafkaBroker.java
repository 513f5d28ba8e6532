package in.sampark.infrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker that is its own controller. Runs in a JVM of its own, see {@link Kafka}. */
final class KafkaBroker {

    private static final int NODE = 1;
    private static final String HOST = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";

    private KafkaBroker() {}

    /**
     * Runs until the process is told to stop or its parent is gone.
     *
     * @param arguments the folder of the data, the port of clients, the port of the controller, and the file to make
     *     when clients are welcome
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int controllerPort = Integer.parseInt(arguments[2]);
        Path ready = Path.of(arguments[3]);

        formatOnce(data);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config(data, port, controllerPort)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        server.startup();
        Files.createFile(ready);
        server.awaitShutdown();
    }

    private static void formatOnce(Path data) throws Exception {
        if (Files.notExists(data.resolve("meta.properties"))) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    private static Map<String, String> config(Path data, int port, int controllerPort) {
        Map<String, String> config = new HashMap<>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", Integer.toString(NODE));
        config.put("log.dirs", data.toString());
        config.put("listeners", "CLIENTS://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort));
        config.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER));
        config.put("inter.broker.listener.name", "CLIENTS");
        config.put("controller.listener.names", CONTROLLER);
        config.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE, HOST, controllerPort));
        // A misspelt topic is an error, not a new topic: they come from the catalogue.
        config.put("auto.create.topics.enable", "false");
        // One broker holds the only copy and has nobody to hand over to.
        config.put("offsets.topic.replication.factor", "1");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("controlled.shutdown.enable", "false");
        // A broker that was killed may come back as soon as its former self is given up.
        config.put("broker.session.timeout.ms", "3000");
        config.put("broker.heartbeat.interval.ms", "500");
        // Otherwise it writes a record that says nothing twice a second.
        config.put("metadata.max.idle.interval.ms", "5000");
        // Groups are small and known: nobody waits for more members.
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("offsets.topic.num.partitions", "8");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        return config;
    }
}
