package in.sampark.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.SecuredBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rights granted in {@code docker-compose.yml} are enough for what the catalogue says, and for nothing else. */
class RightsTest {

    private static final SecuredBroker BROKER = SecuredBroker.get();
    private static final MessagingSettings SETTINGS =
            new MessagingSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1, (short) 1, "");

    static List<Party> services() {
        return Party.SERVICES;
    }

    /** Each service as it does when it starts: nobody else has made a topic before. */
    @BeforeAll
    static void servicesMakeTheirTopics() {
        for (Party service : Party.SERVICES) {
            new TopicCreation(BROKER.client(service.id()), SETTINGS, service.id())
                    .create(
                            Topics.ALL.stream()
                                    .filter(topic -> topic.touchedBy(service))
                                    .toList(),
                            topicsReadBy(service));
        }
        try (Producer<String, String> producer = producer(BROKER.owner())) {
            Topics.ALL.forEach(topic -> producer.send(new ProducerRecord<>(topic.name(), 0, "key", "seen")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartyWritesItsTopicsAndNoOthers(Party party) {
        try (Producer<String, String> producer = producer(BROKER.client(party.id()))) {
            assertThat(names(topic -> allowed(() -> write(producer, topic.name()))))
                    .isEqualTo(names(topic -> topic.writers().contains(party)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartyReadsItsTopicsAndNoOthers(Party party) {
        assertThat(names(topic -> allowed(() -> read(BROKER.client(party.id()), topic))))
                .isEqualTo(names(topic -> topic.readers().contains(party)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceSetsAsideWhatItReadsAndKeepsItsPlaceInItsOwnGroups(Party service) {
        try (Producer<String, String> producer = producer(BROKER.client(service.id()))) {
            topicsReadBy(service).forEach(topic -> write(producer, topic.deadLetters(service.id())));
            topicsReadBy(service).forEach(topic -> commit(service, service.groupPrefix() + "any", topic));
        }
    }

    @Test
    void noServiceMovesAnothersPlace() {
        assertThatExceptionOfType(GroupAuthorizationException.class)
                .isThrownBy(() -> commit(Party.METER_SERVICE, "notification-service.alerts", Topics.RECHARGES));
    }

    @Test
    void notificationServiceCannotPrintMoney() {
        try (Producer<String, String> producer = producer(BROKER.client("notification-service"))) {
            assertThatExceptionOfType(TopicAuthorizationException.class)
                    .isThrownBy(() -> write(producer, Topics.Name.RECHARGES));
        }
    }

    @Test
    void aDashboardSeesEverythingAndSaysNothing() {
        assertThat(names(topic -> allowed(() -> read(BROKER.client("dashboard"), topic))))
                .isEqualTo(names(topic -> true));
        try (Producer<String, String> producer = producer(BROKER.client("dashboard"))) {
            assertThat(names(topic -> allowed(() -> write(producer, topic.name()))))
                    .isEmpty();
        }
    }

    @Test
    void whoCannotSayWhoTheyAreIsNotLetIn() {
        Map<String, Object> forged = BROKER.client("meter-service");
        forged.compute(
                "sasl.jaas.config", (name, login) -> String.valueOf(login).replace("secret", "guess"));
        try (Admin admin = Admin.create(forged)) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Set<Topic<?>> topicsReadBy(Party service) {
        return Topics.ALL.stream()
                .filter(topic -> topic.readers().contains(service))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Predicate<Topic<?>> wanted) {
        return Topics.ALL.stream().filter(wanted).map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean allowed(Runnable action) {
        try {
            action.run();
            return true;
        } catch (AuthorizationException e) {
            return false;
        }
    }

    private static void write(Producer<String, String> producer, String topic) {
        try {
            producer.send(new ProducerRecord<>(topic, "key", "seen")).get();
        } catch (ExecutionException | KafkaException e) {
            throw e.getCause() instanceof AuthorizationException refused ? refused : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void read(Map<String, Object> client, Topic<?> topic) {
        try (var consumer = consumer(client)) {
            consumer.assign(List.of(new TopicPartition(topic.name(), 0)));
            consumer.seekToBeginning(consumer.assignment());
            await().until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
        }
    }

    private static void commit(Party service, String group, Topic<?> topic) {
        Map<String, Object> client = BROKER.client(service.id());
        client.put("group.id", group);
        try (var consumer = consumer(client)) {
            consumer.commitSync(Map.of(new TopicPartition(topic.name(), 0), new OffsetAndMetadata(1)));
        }
    }

    private static Producer<String, String> producer(Map<String, Object> client) {
        client.put("max.block.ms", 10_000);
        return new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> client) {
        return new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer());
    }
}
