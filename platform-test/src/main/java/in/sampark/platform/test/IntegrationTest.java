package in.sampark.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a whole service on real PostgreSQL, Kafka and registry, with HTTP on a random port.
 *
 * <p>The three are started once a JVM. Each application context begins with an empty database of its own and an empty
 * broker. All keys are configured, and tokens of {@link TestTokens} are trusted. {@link TestTopics} can be injected.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT20S")
@ContextConfiguration(initializers = RealInfrastructure.class)
@Import(IntegrationTestConfiguration.class)
public @interface IntegrationTest {}
