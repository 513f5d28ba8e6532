package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.contact.Contacts;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The topics say what the tables say, and can be made to say it again from the beginning. */
@ConsumerTest
class RepublishTest {

    private static final Row KEPT = Row.of("7910000001").mobile("9897091001");
    private static final Row PROVEN = Row.of("7910000002").mobile("9897091002");
    private static final Row ERASED = Row.of("7910000003").mobile("9897091003");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private ConsumerApi api;

    @Autowired
    private WebTestClient web;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTopics topics;

    @Autowired
    private AvroSerde serde;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Connections connections;

    @Autowired
    private Contacts contacts;

    /** Time passes between two lives: a number is not sent codes one after the other. */
    @BeforeEach
    void live() {
        clock.advance(Duration.ofMinutes(11));
        api.imported(Row.file(KEPT, PROVEN, ERASED));
        Challenge challenge = api.challenge(PROVEN.connectionId(), "9897091012");
        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();
        api.erase(ERASED.connectionId(), "requested", ConsumerApi.MATHURA)
                .expectStatus()
                .isOk();
        awaitQuiet();
    }

    @Test
    void whenNothingIsLeftToPublishTheTopicsEqualTheTables() {
        assertEqual(Map.of(), Map.of());
    }

    @Test
    void aTopicIsWrittenAnewByOneCommand() {
        Map<TopicPartition, Long> connectionsBefore = ends(Topics.CONNECTIONS);
        Map<TopicPartition, Long> contactsBefore = ends(Topics.CONTACTS);

        republish("connections");
        republish("contacts");

        assertEqual(connectionsBefore, contactsBefore);
    }

    @Test
    void theCommandIsForOperatorsAndKnownTopics() {
        api.post("/api/v1/topics/contacts/republish", Map.of(), "supervisor", "DVVNL")
                .expectStatus()
                .isForbidden();
        api.post("/api/v1/topics/balances/republish", Map.of(), "ops", "DVVNL")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aCommandIsForTheCallersCompanyOnly() {
        Map<TopicPartition, Long> connectionsBefore = ends(Topics.CONNECTIONS);

        api.post("/api/v1/topics/connections/republish", Map.of(), "ops", ConsumerApi.MATHURA)
                .expectStatus()
                .isForbidden();
        web.post()
                .uri("/api/v1/topics/connections/republish")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("ops", "PVVNL", "PVVNL"))
                .exchange()
                .expectStatus()
                .isAccepted();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> web.get()
                        .uri("/api/v1/topics/connections/republish")
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("ops", "PVVNL", "PVVNL"))
                        .exchange()
                        .expectBody()
                        .jsonPath("$.finishedAt")
                        .isNotEmpty()
                        .jsonPath("$.rows")
                        .isEqualTo(0));

        assertThat(ends(Topics.CONNECTIONS)).isEqualTo(connectionsBefore);
    }

    private void republish(String topic) {
        String command = "topics/" + topic + "/republish";
        api.post("/api/v1/" + command, Map.of(), "ops", "DVVNL").expectStatus().isAccepted();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> api.get(command, "ops", "DVVNL")
                        .expectBody()
                        .jsonPath("$.finishedAt")
                        .isNotEmpty());
        awaitQuiet();
    }

    private void awaitQuiet() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> database.sql("select count(*) from outbox")
                                .mapValue(Long.class)
                                .one()
                                .block()
                        == 0);
    }

    /** What the topics say from the given offsets on is what the tables say. */
    private void assertEqual(Map<TopicPartition, Long> connectionsFrom, Map<TopicPartition, Long> contactsFrom) {
        Map<String, String> connectionRows = new HashMap<>();
        ids("connection")
                .forEach(id -> connectionRows.put(
                        id, of(connections.find(ConnectionId.of(id)).block())));
        assertThat(said(Topics.CONNECTIONS, connectionsFrom, RepublishTest::of)).isEqualTo(connectionRows);

        Map<String, String> contactRows = new HashMap<>();
        Set<String> erased = new HashSet<>(database.sql("select connection_id from contact where erased_at is not null")
                .mapValue(String.class)
                .all()
                .collectList()
                .block());
        ids("contact").stream()
                .filter(id -> !erased.contains(id))
                .forEach(id -> contactRows.put(
                        id, of(contacts.find(ConnectionId.of(id)).block())));
        assertThat(erased).contains(ERASED.connectionId());
        assertThat(said(Topics.CONTACTS, contactsFrom, this::of)).isEqualTo(contactRows);
    }

    private List<String> ids(String table) {
        return database.sql("select connection_id from " + table)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private <T extends SpecificRecord> Map<String, String> said(
            Topic<T> topic, Map<TopicPartition, Long> from, Function<T, String> what) {
        Map<String, String> said = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.readAllBytes(topic.name())) {
            if (record.offset() < from.getOrDefault(partition(record), 0L)) continue;
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                said.remove(key);
            } else {
                said.put(key, what.apply(serde.read(topic, record.value())));
            }
        }
        return said;
    }

    private Map<TopicPartition, Long> ends(Topic<?> topic) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        topics.readAllBytes(topic.name())
                .forEach(record -> ends.merge(partition(record), record.offset() + 1, Math::max));
        return ends;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static String of(RecordedConnection held) {
        Connection connection = held.connection();
        return String.join(
                "|",
                Long.toString(held.version()),
                connection.area().path(),
                connection.feedingPoint().feederCode(),
                connection.category(),
                Long.toString(connection.sanctionedLoadW()),
                connection.billingMode().name(),
                String.valueOf(connection.meterNo()),
                connection.supply().from().toString(),
                String.valueOf(connection.supply().to()));
    }

    private static String of(in.sampark.contract.consumer.Connection said) {
        return String.join(
                "|",
                Long.toString(said.getVersion()),
                said.getAreaPath(),
                said.getFeederCode(),
                said.getCategory(),
                Long.toString(said.getSanctionedLoadW()),
                said.getBillingMode().name(),
                String.valueOf(said.getMeterNo()),
                said.getSupplyFrom().toString(),
                String.valueOf(said.getSupplyTo()));
    }

    private static String of(Contact held) {
        return String.join(
                "|",
                Long.toString(held.version()),
                held.standing().name(),
                held.language().code(),
                held.primary().map(number -> number.number().e164()).orElse("none"),
                held.primary()
                        .map(number -> String.valueOf(number.verifiedAt()))
                        .orElse("null"));
    }

    private String of(in.sampark.contract.consumer.Contact said) {
        return String.join(
                "|",
                Long.toString(said.getVersion()),
                said.getStanding().name(),
                said.getLanguage(),
                said.getSealedNumber() == null ? "none" : api.number(said),
                String.valueOf(said.getVerifiedAt()));
    }
}
