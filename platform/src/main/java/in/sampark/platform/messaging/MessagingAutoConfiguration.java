package in.sampark.platform.messaging;

import in.sampark.contract.Party;
import in.sampark.contract.Topics;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SchemaRegistration;
import in.sampark.platform.serde.SerdeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.StringUtils;
import org.springframework.util.backoff.FixedBackOff;

/** Batches in from Kafka. */
@AutoConfiguration(
        afterName = {
            "in.sampark.platform.outbox.OutboxAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration"
        })
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingAutoConfiguration {

    /** What reaches it is a batch that only time can heal: the same batch again, for as long as it takes. */
    @Bean
    DefaultErrorHandler sameBatchAgain(MessagingSettings settings) {
        return new DefaultErrorHandler(
                new FixedBackOff(settings.retryPause().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    /** An instance with a name of its own is the same member of its groups after a restart, and finds its partitions kept for it. */
    @Bean
    DefaultKafkaConsumerFactoryCustomizer sameMemberAgain(MessagingSettings settings) {
        return factory -> {
            if (StringUtils.hasText(settings.instance())) {
                factory.updateConfigs(Map.of(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance()));
            }
        };
    }

    @Bean
    Inbox inbox(DatabaseClient database) {
        return new Inbox(database);
    }

    @Bean
    LeaderLoop handledForgetting(DatabaseClient database, DatabaseLeadership leadership) {
        var forgetHandled = new ForgetHandled(database, Topics.ALL, Clock.systemUTC());
        return new LeaderLoop(ForgetHandled.NAME, null, ForgetHandled.BETWEEN_LOOKS, forgetHandled::forget, leadership);
    }

    @Bean
    Batches batches(
            AvroSerde serde,
            DatabaseClient database,
            Outbox outbox,
            TransactionalOperator transaction,
            MessagingSettings settings,
            MeterRegistry meters,
            Party service) {
        return new Batches(service, serde, new SetAside(database, outbox, service.id()), transaction, settings, meters);
    }

    @Bean
    DeadLettersController deadLettersController(
            Batches batches, KafkaProperties kafka, MeterRegistry meters, Party service) {
        return new DeadLettersController(new ReplayDeadLetters(
                batches, new DeadLetters(kafka.buildConsumerProperties(), DeadLetters.PATIENCE), meters, service.id()));
    }

    @Bean
    MessagingPreparation messagingPreparation(
            Batches batches,
            KafkaProperties kafka,
            MessagingSettings settings,
            SerdeSettings serdeSettings,
            AvroSerde serde,
            Party service) {
        return new MessagingPreparation(
                service,
                batches,
                new TopicCreation(kafka.buildAdminProperties(), settings, service.id()),
                new SchemaRegistration(serdeSettings.registryUrl()),
                serde);
    }
}
