package in.sampark.consumer;

import in.sampark.platform.test.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the service through its API, on real infrastructure and a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@Import({TestClock.Configuration.class, ConsumerApi.Configuration.class})
@TestPropertySource(
        properties = {
            "sampark.import.batch-rows=10",
            "sampark.import.sender-silent=5s",
            "sampark.web.trusted-proxies=127.0.0.0/8"
        })
public @interface ConsumerTest {}
