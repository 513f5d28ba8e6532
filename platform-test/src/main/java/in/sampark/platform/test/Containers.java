package in.sampark.platform.test;

import in.sampark.infrastructure.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Containers of the versions that are run as processes elsewhere. They end with this JVM. */
final class Containers implements TestInfrastructure {

    private static final int REGISTRY_PORT = 8080;

    private final PostgreSQLContainer postgres;
    private final KafkaContainer kafka;
    private final GenericContainer<?> registry;

    private Containers(Properties images) {
        this.postgres = new PostgreSQLContainer(images.getProperty("postgres"));
        // A misspelt topic is an error, not a new topic: they come from the catalogue.
        this.kafka =
                new KafkaContainer(images.getProperty("kafka")).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        this.registry = new GenericContainer<>(images.getProperty("registry"))
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/apis/registry/v3/system/info").forPort(REGISTRY_PORT));
    }

    /** Returns when all three can be used. */
    static Containers start() {
        Containers containers = new Containers(images());
        Startables.deepStart(Stream.of(containers.postgres, containers.kafka, containers.registry))
                .join();
        return containers;
    }

    static Properties images() {
        Properties images = new Properties();
        try (InputStream file = Containers.class.getResourceAsStream("images.properties")) {
            images.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return images;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://%s:%d".formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT));
    }

    @Override
    public Database createDatabase(String name) {
        int port = postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        String password = UUID.randomUUID().toString();
        Database database = new Database(postgres.getHost(), port, name, name, password);
        try (Connection administrator =
                DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())) {
            database.createBy(administrator);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " cannot be created", e);
        }
        return database;
    }
}
