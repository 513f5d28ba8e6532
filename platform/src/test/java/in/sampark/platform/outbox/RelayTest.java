package in.sampark.platform.outbox;

import static in.sampark.platform.TestRecords.balance;
import static in.sampark.platform.TestRecords.lowBalance;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topic.KeyedBy;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.Balance;
import in.sampark.contract.meter.LowBalance;
import in.sampark.platform.TestDatabase;
import in.sampark.platform.TestKafka;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.serde.AvroSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "relay" + NUMBER.incrementAndGet();
    private final TestDatabase database = TestDatabase.named(name);
    private final AvroSerde serde = TestKafka.serde();
    private final Topic<LowBalance> events = topic(Topics.LOW_BALANCE);
    private final Topic<Balance> states = topic(Topics.BALANCES);
    private final Outbox outbox = new Outbox(database.client(), serde, Party.METER_SERVICE, Set.of(states));
    private final Producer<byte[], byte[]> producer = TestKafka.producer(Map.of("max.request.size", 100_000));
    private final Relay relay = new Relay(database.client(), producer, 100);

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void publishesInTheOrderOfWriting() {
        add(IntStream.range(0, 250)
                .mapToObj(i -> Announcement.of(events, lowBalance("e" + i, "DVVNL:1", i)))
                .toList());

        publishAll();

        assertThat(published(events))
                .extracting(LowBalance::getEventId)
                .containsExactlyElementsOf(
                        IntStream.range(0, 250).mapToObj(i -> "e" + i).toList());
        assertThat(rowsLeft()).isZero();
    }

    @Test
    void whatGoesFirstDoesNotQueueBehindTheRest() {
        add(IntStream.range(0, 2 * Bundle.RECORDS)
                .mapToObj(i -> Announcement.of(events, lowBalance("e" + i, "DVVNL:1", i)))
                .toList());
        add(List.of(Announcement.tombstone(states, "DVVNL:1")));

        relay.publishPage().block();

        assertThat(TestKafka.readAll(states.name())).hasSize(1);
        assertThat(rowsLeft()).isPositive();
    }

    @Test
    void aRolledBackAnnouncementIsNeverSaid() {
        assertThatThrownBy(() -> outbox.add(List.of(Announcement.of(events, lowBalance("e1", "DVVNL:1", 30))))
                        .then(reactor.core.publisher.Mono.error(new IllegalStateException("later in the transaction")))
                        .as(database.transaction()::transactional)
                        .block())
                .hasMessage("later in the transaction");

        publishAll();

        assertThat(published(events)).isEmpty();
    }

    @Test
    void ofSeveralStatesOfAKeyTheLastIsEnough() {
        add(List.of(
                Announcement.of(states, balance("DVVNL:1", 1)),
                Announcement.of(states, balance("DVVNL:2", 1)),
                Announcement.of(states, balance("DVVNL:1", 2)),
                Announcement.tombstone(states, "DVVNL:2")));

        publishAll();

        List<ConsumerRecord<byte[], byte[]>> records = TestKafka.readAll(states.name());
        assertThat(records).hasSize(2);
        assertThat(serde.read(states, records.get(0).value()).getVersion()).isEqualTo(2);
        assertThat(records.get(1).value()).isNull();
        assertThat(rowsLeft()).isZero();
    }

    /** The delete fails as if the process had died after the broker had the records. */
    @Test
    void deathBetweenSendAndDeleteRepeatsAndLosesNothing() {
        add(List.of(
                Announcement.of(events, lowBalance("e1", "DVVNL:1", 30)),
                Announcement.of(events, lowBalance("e2", "DVVNL:1", 10))));
        execute("create function die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$");
        execute("create trigger die before delete on outbox execute function die()");
        assertThatThrownBy(() -> relay.publishPage().block()).hasMessageContaining("killed");
        execute("drop trigger die on outbox");

        publishAll();

        assertThat(published(events)).extracting(LowBalance::getEventId).containsExactly("e1", "e2", "e1", "e2");
        assertThat(rowsLeft()).isZero();
    }

    @Test
    void aRowThatCannotBePublishedIsParkedAndTheOthersGoOn() {
        String tooLong = "x".repeat(200_000);
        add(List.of(
                Announcement.of(events, lowBalance("e1", "DVVNL:1", 30)),
                Announcement.of(events, lowBalance(tooLong, "DVVNL:1", 20)),
                Announcement.of(events, lowBalance("e3", "DVVNL:1", 10))));

        publishAll();

        assertThat(published(events)).extracting(LowBalance::getEventId).containsExactly("e1", "e3");
        assertThat(database.count("select count(*) from outbox where parked_reason like 'RecordTooLarge%'"))
                .isOne();
        assertThat(new OutboxBacklog(database.client()).count().block()).isZero();
    }

    @Test
    void aStateIsNotGivenUpForOneThatCannotBePublished() {
        var tooLarge = balance("DVVNL:1", 2);
        add(List.of(
                Announcement.of(states, balance("DVVNL:1", 1)),
                Announcement.of(
                        states,
                        in.sampark.contract.meter.Balance.newBuilder(tooLarge)
                                .setDiscom("x".repeat(200_000))
                                .build())));

        publishAll();
        publishAll();

        assertThat(TestKafka.readAll(states.name()))
                .singleElement()
                .satisfies(
                        record -> assertThat(serde.read(states, record.value()).getVersion())
                                .isEqualTo(1));
    }

    @Test
    void twoRelaysAtOncePublishEachRowOnceAndInOrder() {
        LeaderLoop first = loop();
        LeaderLoop second = loop();
        first.start();
        second.start();
        try {
            for (int i = 0; i < 200; i++) {
                add(List.of(Announcement.of(events, lowBalance("e" + i, "DVVNL:" + i % 7, i))));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> rowsLeft() == 0);
            first.stop();
            add(List.of(Announcement.of(events, lowBalance("after the first has gone", "DVVNL:1", 999))));
            await().atMost(Duration.ofSeconds(20)).until(() -> rowsLeft() == 0);
        } finally {
            first.stop();
            second.stop();
        }

        List<LowBalance> published = published(events);
        assertThat(published)
                .extracting(LowBalance::getEventId)
                .doesNotHaveDuplicates()
                .hasSize(201);
        Map<String, List<Long>> byKey = published.stream()
                .collect(groupingBy(LowBalance::getConnectionId, mapping(LowBalance::getRungValue, toList())));
        assertThat(byKey.values()).allSatisfy(rungs -> assertThat(rungs).isSorted());
    }

    @Test
    void deadLettersKeepTheOriginalBytesAndTellWhy() {
        byte[] poison = {1, 2, 3};
        var original = new ConsumerRecord<>(
                "some.topic.v1",
                4,
                77L,
                1_559_413_800_000L,
                TimestampType.CREATE_TIME,
                7,
                3,
                "DVVNL:1".getBytes(StandardCharsets.UTF_8),
                poison,
                new RecordHeaders(),
                Optional.empty());
        TestKafka.create("some.topic.v1." + name + ".dlt");
        outbox.addDeadLetters(
                        List.of(DeadLetter.of(name, name + ".listener", original, "value: poison (expected: food)")))
                .block();

        publishAll();

        ConsumerRecord<byte[], byte[]> letter =
                TestKafka.readAll("some.topic.v1." + name + ".dlt").getFirst();
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(letter.key()).asString().isEqualTo("DVVNL:1");
        assertThat(letter.headers().lastHeader(DeadLetter.REASON).value())
                .asString()
                .isEqualTo("value: poison (expected: food)");
        assertThat(letter.headers().lastHeader(DeadLetter.ORIGIN).value())
                .asString()
                .isEqualTo("some.topic.v1-4@77");
        assertThat(letter.headers().lastHeader(DeadLetter.SENT_AT).value())
                .asString()
                .isEqualTo("1559413800000");
    }

    private LeaderLoop loop() {
        return new LeaderLoop(
                name,
                Outbox.CHANNEL,
                Duration.ofMillis(200),
                relay::publishPage,
                new DatabaseLeadership(database.connections()));
    }

    /** The catalogue's topic under a name of this test's own. */
    private <T extends org.apache.avro.specific.SpecificRecord> Topic<T> topic(Topic<T> like) {
        var topic = new Topic<>(
                name + "." + like.name(),
                like.type(),
                KeyedBy.CONNECTION,
                like.key(),
                like.keeping(),
                like.writers(),
                like.readers());
        TestKafka.prepare(topic);
        return topic;
    }

    private void add(List<? extends Announcement<?>> announcements) {
        outbox.add(announcements).as(database.transaction()::transactional).block();
    }

    private void publishAll() {
        relay.publishPage().repeat().takeWhile(more -> more).blockLast();
    }

    private List<LowBalance> published(Topic<LowBalance> topic) {
        return TestKafka.readAll(topic.name()).stream()
                .map(record -> serde.read(topic, record.value()))
                .toList();
    }

    private long rowsLeft() {
        return database.count("select count(*) from outbox where parked_reason is null");
    }

    private void execute(String sql) {
        database.client().sql(sql).then().block();
    }
}
