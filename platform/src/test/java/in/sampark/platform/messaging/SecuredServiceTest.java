package in.sampark.platform.messaging;

import static in.sampark.platform.TestRecords.lowBalance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.SharedInfrastructure;
import in.sampark.platform.SecuredBroker;
import in.sampark.platform.TestKafka;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.probe.ProbeApplication;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole service with no more than the environment and the rights it has in {@code docker-compose.yml}: it reads, announces and sets aside. */
@SpringBootTest(
        classes = ProbeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=notification-service")
@DirtiesContext
class SecuredServiceTest {

    private static final SecuredBroker BROKER = SecuredBroker.get();
    private static final Database DATABASE =
            SharedInfrastructure.get().postgres().createDatabase("secured");

    @Autowired
    private AvroSerde serde;

    @DynamicPropertySource
    static void asComposed(DynamicPropertyRegistry registry) {
        TestKafka.prepare(Topics.LOW_BALANCE);
        TestKafka.prepare(Topics.CONTACTS);
        registry.add("SAMPARK_KAFKA_BOOTSTRAP_SERVERS", BROKER::bootstrapServers);
        registry.add("SAMPARK_KAFKA_SECURITY_PROTOCOL", () -> "SASL_PLAINTEXT");
        registry.add("SAMPARK_KAFKA_PASSWORD", () -> SecuredBroker.password("notification-service"));
        registry.add("SAMPARK_REGISTRY_URL", SharedInfrastructure.get()::registryUrl);
        registry.add("SAMPARK_DATABASE_PORT", DATABASE::port);
        registry.add("SAMPARK_DATABASE_NAME", DATABASE::name);
        registry.add("SAMPARK_DATABASE_PASSWORD", DATABASE::password);
    }

    @Test
    void theRightsOfItsContainerAreEnoughForAService() {
        try (var producer = new KafkaProducer<>(
                BROKER.client("meter-service"), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = "DVVNL:7010000001".getBytes();
            producer.send(new ProducerRecord<>(Topics.Name.LOW_BALANCE, key, "poison".getBytes()));
            producer.send(new ProducerRecord<>(
                    Topics.Name.LOW_BALANCE,
                    key,
                    serde.write(Topics.LOW_BALANCE, lowBalance("e1", "DVVNL:7010000001", 30))));
        }

        assertArrives(Topics.Name.UNREACHABLE);
        assertArrives(Topics.LOW_BALANCE.deadLetters("notification-service"));
    }

    private static void assertArrives(String topic) {
        var client = BROKER.client("dashboard");
        client.put("group.id", "dashboard.test");
        client.put("auto.offset.reset", "earliest");
        Set<String> keys = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(new String(record.key())));
                assertThat(keys).contains("DVVNL:7010000001");
            });
        }
    }
}
