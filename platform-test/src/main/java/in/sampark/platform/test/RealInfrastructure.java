package in.sampark.platform.test;

import in.sampark.infrastructure.Database;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application context at the shared infrastructure: an empty database of its own, an empty broker, keys. */
final class RealInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestInfrastructure infrastructure = TestInfrastructure.shared();
        new EmptyBroker(infrastructure.bootstrapServers()).make();
        Database database = infrastructure.createDatabase("test_" + CONTEXTS.incrementAndGet());
        TestPropertyValues.of(
                        "spring.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                        "SAMPARK_REGISTRY_URL=" + infrastructure.registryUrl(),
                        "SAMPARK_DATABASE_HOST=" + database.host(),
                        "SAMPARK_DATABASE_PORT=" + database.port(),
                        "SAMPARK_DATABASE_NAME=" + database.name(),
                        "SAMPARK_DATABASE_USER=" + database.user(),
                        "SAMPARK_DATABASE_PASSWORD=" + database.password(),
                        "sampark.keys.sealing-public=" + TestKeysets.SEALING.publicKeyset(),
                        "sampark.keys.sealing-private=" + TestKeysets.SEALING.privateKeyset(),
                        "sampark.keys.field=" + TestKeysets.FIELD,
                        "sampark.keys.hash=" + TestKeysets.HASH,
                        "sampark.keys.otp=" + TestKeysets.OTP,
                        "sampark.keys.token-private=" + TestKeysets.TOKEN.privateKeyset(),
                        "sampark.keys.token-public=" + TestKeysets.TOKEN.publicKeyset())
                .applyTo(context);
    }
}
