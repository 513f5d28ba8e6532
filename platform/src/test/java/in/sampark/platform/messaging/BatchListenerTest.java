package in.sampark.platform.messaging;

import static in.sampark.platform.TestRecords.contact;
import static in.sampark.platform.TestRecords.lowBalance;
import static in.sampark.probe.ProbeApplication.POISONOUS_TO_THE_HANDLER;
import static in.sampark.probe.ProbeApplication.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.LowBalance;
import in.sampark.platform.RunningProbe;
import in.sampark.platform.TestKafka;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.security.Caller;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.probe.ProbeApplication;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;

class BatchListenerTest extends RunningProbe {

    private static final String LISTENER = "notification-service.probe-events";
    private static final String DEAD_LETTERS = Topics.Name.LOW_BALANCE + ".notification-service.dlt";

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private Producer<byte[], byte[]> producer;

    @Autowired
    private AvroSerde serde;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private ProbeApplication.Events events;

    @Autowired
    private DeadLettersController deadLetters;

    private final String connection = "DVVNL:" + UUID.randomUUID();
    private final List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();

    @Test
    void whatCannotBeHandledIsSetAsideWithItsReasonAndTheRestIsHandled() {
        event("good one", 30);
        raw(connection, new byte[] {'j', 'u', 'n', 'k'});
        raw(connection, new byte[] {0, 0x7f, 0x7f, 0x7f, 0x7f, 1, 2, 3});
        event("rejected", REJECTED);
        raw(connection, null);
        raw(connection + "!", serde.write(Topics.LOW_BALANCE, lowBalance(connection + "key", connection, 1)));
        event("good two", 10);

        sendAsOneBatch();

        awaitSeen("good one", "good two");
        await().untilAsserted(() -> assertThat(reasons())
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("4 bytes starting with 0x6a (expected: magic byte"),
                        reason -> assertThat(reason)
                                .startsWith("value: cannot be read as in.sampark.contract.meter.LowBalance"),
                        reason -> assertThat(reason).isEqualTo("rung: -1 (expected: >= 0)"),
                        reason -> assertThat(reason).startsWith("value: none (expected: LowBalance"),
                        reason -> assertThat(reason)
                                .isEqualTo(
                                        "key: " + connection + "! (expected: " + connection + ", as in the record)")));
    }

    @Test
    void aKeyThatCannotBeShownIsSetAsideWithAReasonThatCan() {
        raw(connection + "\u0000!", new byte[] {0});
        event("good", 30);

        sendAsOneBatch();

        awaitSeen("good");
        await().untilAsserted(() ->
                assertThat(reasons()).containsExactly("key: has control characters (expected: printable text)"));
    }

    @Test
    void theRecordsItIsDoneWithAreCounted() {
        Counter records =
                meters.get("sampark.records").tag("listener", LISTENER).counter();
        double before = records.count();
        event("good", 30);
        raw(connection, new byte[] {'j'});

        sendAsOneBatch();

        await().untilAsserted(() -> assertThat(records.count()).isEqualTo(before + 2));
    }

    @Test
    void anEventThatComesTwiceIsHandledOnce() {
        event("once", 30);
        event("once", 30);
        sendAsOneBatch();
        event("once", 30);
        event("last", 10);
        sendAsOneBatch();

        awaitSeen("once", "last");
    }

    @Test
    void aFailureThatTimeHealsRetriesTheWholeBatchAndKeepsNothingOfTheFailedTry() {
        events.failuresToCome.set(3);
        event("a", 30);
        event("b", 10);

        sendAsOneBatch();

        awaitSeen("a", "b");
        assertThat(events.failuresToCome).hasValue(0);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void theOneRecordAHandlerCannotBearIsSetAsideWithoutShowingTheNumber() {
        event("a", 30);
        event("breaks the handler", POISONOUS_TO_THE_HANDLER);
        event("b", 10);

        sendAsOneBatch();

        awaitSeen("a", "b");
        await().untilAsserted(() ->
                assertThat(reasons()).containsExactly("IllegalArgumentException: cannot take it from ******0001"));
    }

    @Test
    void replayPassesByWhatWasSetAside() {
        raw(connection, new byte[] {'j'});
        event("good", 30);
        sendAsOneBatch();
        awaitSeen("good");
        await().until(() -> reasons().size() == 1);

        MessageListenerContainer container = container();
        container.stop();
        try (var admin = org.apache.kafka.clients.admin.Admin.create(java.util.Map.of(
                "bootstrap.servers",
                in.sampark.infrastructure.SharedInfrastructure.get().bootstrapServers()))) {
            admin.deleteConsumerGroups(List.of(LISTENER))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        container.start();
        event("after the replay", 10);
        sendAsOneBatch();

        awaitSeen("good", "after the replay");
        assertThat(reasons()).hasSize(1);
    }

    @Test
    void deadLettersAreReplayedOnceByACommandToTheListenerThatSetThemAside() {
        event("good", 30);
        event("refused", REJECTED);
        event("breaks the handler", POISONOUS_TO_THE_HANDLER);
        raw(connection, new byte[] {'j'});
        sendAsOneBatch();
        awaitSeen("good");
        await().until(() -> reasons().size() == 3);
        int dispatched = topicSize();

        assertThat(replay("", true).waiting().values()).allMatch(count -> count >= 1);
        assertThat(seen()).hasSize(1);
        ReplayReport still = replay("", false);
        assertThat(still.handled()).isZero();
        assertThat(still.refused()).containsKey("rung: -1 (expected: >= 0)");
        assertThat(reasons()).as("no other dead letters").hasSize(3);

        events.learned.set(true);
        try {
            assertThat(replay("rung: -1", false).handled()).isPositive();
            awaitSeen("good", "refused");
            assertThat(replay("", false).handled()).isPositive();
            awaitSeen("good", "refused", "breaks the handler");
            ReplayReport last = replay("", false);
            assertThat(last.handled()).isZero();
            assertThat(last.passedBy()).isGreaterThanOrEqualTo(2);
            assertThat(last.refused().keySet()).anyMatch(reason -> reason.contains("magic byte"));
        } finally {
            events.learned.set(false);
        }
        assertThat(seen()).hasSize(3);
        assertThat(topicSize()).as("nothing goes to the topic again").isEqualTo(dispatched);
        assertThat(reasons()).hasSize(3);
    }

    private ReplayReport replay(String reason, boolean dryRun) {
        return Objects.requireNonNull(deadLetters
                .replay(
                        new Caller("o", "DVVNL", "DVVNL", Set.of("ops")),
                        Topics.Name.LOW_BALANCE,
                        reason,
                        null,
                        null,
                        100_000,
                        dryRun)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                        new TestingAuthenticationToken("o", "", "ROLE_ops")))
                .block(Duration.ofSeconds(60)));
    }

    private int topicSize() {
        return TestKafka.readAll(Topics.Name.LOW_BALANCE).size();
    }

    @Test
    void aTombstoneIsNotPoisonAndPoisonIsNotATombstone() {
        batch.add(new ProducerRecord<>(
                Topics.Name.CONTACTS, 0, bytes(connection), serde.write(Topics.CONTACTS, contact(connection))));
        batch.add(new ProducerRecord<>(Topics.Name.CONTACTS, 0, bytes(connection), new byte[] {9, 9}));
        batch.add(new ProducerRecord<>(Topics.Name.CONTACTS, 0, bytes(connection), null));
        flush();

        await().untilAsserted(() -> assertThat(seen()).containsExactly(connection, "tombstone"));
        await().untilAsserted(() -> assertThat(letters(Topics.Name.CONTACTS + ".notification-service.dlt"))
                .hasSize(1));
    }

    private void event(String id, long rung) {
        LowBalance record = lowBalance(connection + id, connection, rung);
        raw(connection, serde.write(Topics.LOW_BALANCE, record));
    }

    private void raw(String key, byte[] value) {
        batch.add(new ProducerRecord<>(Topics.Name.LOW_BALANCE, 0, bytes(key), value));
    }

    /** While the listener pauses, so that it finds them together. */
    private void sendAsOneBatch() {
        container().stop();
        flush();
        container().start();
    }

    private void flush() {
        batch.forEach(producer::send);
        producer.flush();
        batch.clear();
    }

    private MessageListenerContainer container() {
        return listeners.getListenerContainer(LISTENER);
    }

    private void awaitSeen(String... eventIds) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen())
                        .extracting(id -> id.replace(connection, ""))
                        .containsExactly(eventIds));
    }

    private List<String> seen() {
        return database.sql(
                        "select coalesce(event_id, 'tombstone') from seen where connection_id = $1 order by position")
                .bind("$1", connection)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private List<String> reasons() {
        return letters(DEAD_LETTERS).stream()
                .map(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The dead letters this test caused: those of its connection, and of the key it misused. */
    private List<ConsumerRecord<byte[], byte[]>> letters(String topic) {
        return TestKafka.readAll(topic).stream()
                .filter(letter -> {
                    String key = new String(letter.key(), StandardCharsets.UTF_8);
                    return key.startsWith(connection) || key.equals(connection + "!");
                })
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
