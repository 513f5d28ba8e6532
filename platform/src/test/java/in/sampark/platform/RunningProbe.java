package in.sampark.platform;

import in.sampark.contract.Topics;
import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.SharedInfrastructure;
import in.sampark.probe.ProbeApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the probe on real PostgreSQL, Kafka and registry. */
@SpringBootTest(
        classes = ProbeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=notification-service", "sampark.messaging.retry-pause=50ms"})
public abstract class RunningProbe {

    private static final Database DATABASE =
            SharedInfrastructure.get().postgres().createDatabase("probe");

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestKafka.prepare(Topics.LOW_BALANCE);
        TestKafka.prepare(Topics.CONTACTS);
        registry.add("SAMPARK_KAFKA_BOOTSTRAP_SERVERS", SharedInfrastructure.get()::bootstrapServers);
        registry.add("SAMPARK_REGISTRY_URL", SharedInfrastructure.get()::registryUrl);
        registry.add("SAMPARK_DATABASE_PORT", DATABASE::port);
        registry.add("SAMPARK_DATABASE_NAME", DATABASE::name);
        registry.add("SAMPARK_DATABASE_USER", DATABASE::user);
        registry.add("SAMPARK_DATABASE_PASSWORD", DATABASE::password);
    }
}
