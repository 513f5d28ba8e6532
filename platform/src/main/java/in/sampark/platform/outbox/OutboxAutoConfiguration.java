package in.sampark.platform.outbox;

import in.sampark.contract.Party;
import in.sampark.contract.Topics;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SerdeSettings;
import in.sampark.platform.settled.Unsettled;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** Announcements out to Kafka. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "in.sampark.platform.leader.LeaderAutoConfiguration"
        })
@EnableConfigurationProperties(SerdeSettings.class)
public class OutboxAutoConfiguration {

    private static final int PAGE = 1000;

    @Bean
    AvroSerde avroSerde(SerdeSettings settings) {
        return AvroSerde.of(settings);
    }

    /** Who this is to the others. */
    @Bean
    Party service(@Value("${spring.application.name}") String name) {
        return Party.service(name);
    }

    @Bean
    Outbox outbox(DatabaseClient database, AvroSerde serde, Party service) {
        return new Outbox(database, serde, service, Topics.FIRST);
    }

    @Bean
    Unsettled outboxBacklog(DatabaseClient database) {
        return new OutboxBacklog(database);
    }

    @Bean
    Producer<byte[], byte[]> outboxProducer(ProducerFactory<byte[], byte[]> producers) {
        return producers.createProducer();
    }

    @Bean
    LeaderLoop outboxDropping(DatabaseClient database, Party service, DatabaseLeadership leadership) {
        var dropOverdue = new DropOverdue(database, Topics.ALL, service, Clock.systemUTC());
        return new LeaderLoop(DropOverdue.NAME, null, DropOverdue.BETWEEN_LOOKS, dropOverdue::drop, leadership);
    }

    @Bean
    LeaderLoop outboxRelay(
            DatabaseClient database, Producer<byte[], byte[]> outboxProducer, DatabaseLeadership leadership) {
        Relay relay = new Relay(database, outboxProducer, PAGE);
        return new LeaderLoop(Relay.NAME, Outbox.CHANNEL, Relay.IDLE, relay::publishPage, leadership);
    }
}
