package in.sampark.platform.intake;

import in.sampark.platform.serde.AvroSerde;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.kafka.core.ProducerFactory;

/** Records in over HTTP; made only where a feature asks for it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "in.sampark.platform.outbox.OutboxAutoConfiguration"
        })
@EnableConfigurationProperties(IntakeSettings.class)
public class IntakeAutoConfiguration {

    @Bean
    @Lazy
    Intake intake(ProducerFactory<byte[], byte[]> producers, IntakeSettings settings, AvroSerde serde) {
        return new Intake(producers.getConfigurationProperties(), settings, serde);
    }
}
