package in.sampark.platform.test;

import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SchemaRegistration;
import in.sampark.platform.serde.SerdeSettings;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** What a test adds to the service's own beans. */
@TestConfiguration(proxyBeanMethods = false)
class IntegrationTestConfiguration {

    @Bean
    @Primary
    ReactiveJwtDecoder testTokens() {
        return TestTokens.decoder();
    }

    @Bean
    TestTopics testTopics(AvroSerde serde, SerdeSettings settings) {
        return new TestTopics(
                TestInfrastructure.shared().bootstrapServers(), serde, new SchemaRegistration(settings.registryUrl()));
    }
}
