package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.OutageStanding;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.meter.RecordedWords;
import in.sampark.contract.meter.SupplyLevel;
import in.sampark.contract.utility.Outage;
import in.sampark.contract.utility.OutageLevel;
import in.sampark.contract.utility.OutageStage;
import in.sampark.meter.outage.RecordOutages;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Outages as the outage system sends them. */
@MeterServiceTest
class OutageTopicTest {

    private static final String GROUP = "meter-service.outages";
    private static final Instant FROM = Instant.parse("2026-09-20T05:30:00Z");

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    RecordOutages recordOutages;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Value("${spring.kafka.bootstrap-servers}")
    String bootstrapServers;

    @BeforeEach
    void twoHoursLater() {
        clock.set(FROM.plus(Duration.ofHours(2)));
    }

    @Test
    void anOutageIsFollowedFromItsScheduleToItsEnd() {
        String id = "DVVNL:T1";
        send(id, 1, OutageStage.SCHEDULED);
        assertThat(outage(id)).isEqualTo("1 SCHEDULED SCHEDULED FEEDER {F1} 2026-09-20 05:30 07:30 -");
        send(id, 2, OutageStage.STARTED);
        send(Outage.newBuilder(Sent.outage(id, 3, OutageStage.REVISED, FROM))
                .setLevel(OutageLevel.DT)
                .setAssets(List.of("DT1", "DT2"))
                .setExpectedRestorationAt(FROM.plus(Duration.ofHours(4)))
                .build());
        assertThat(outage(id)).isEqualTo("3 REVISED STARTED DT {DT1,DT2} 2026-09-20 05:30 09:30 -");
        send(id, 4, OutageStage.RESTORED);

        assertThat(outage(id)).isEqualTo("4 RESTORED RESTORED FEEDER {F1} 2026-09-20 05:30 07:30 06:30");
        assertThat(service.text("select words::text from outage where outage_id = '" + id + "'"))
                .isEqualTo(
                        "{\"en\": {\"place\": \"Saadatganj feeder (Noorbari)\", \"reason\": \"transformer repair\"}}");
    }

    @Test
    void sentAgainAndOutOfOrderItStaysAsItIs() {
        String id = "DVVNL:T2";
        send(id, 2, OutageStage.STARTED);
        send(id, 1, OutageStage.SCHEDULED);
        send(id, 3, OutageStage.RESTORED);
        String before = service.text("select o::text from outage o where outage_id = '" + id + "'");
        int letters = reasons().size();

        send(id, 1, OutageStage.SCHEDULED);
        send(id, 2, OutageStage.STARTED);
        send(id, 3, OutageStage.CANCELLED);

        assertThat(service.text("select o::text from outage o where outage_id = '" + id + "'"))
                .isEqualTo(before)
                .contains(",RESTORED,");
        assertThat(reasons()).hasSize(letters);
    }

    @Test
    void whatIsNotBelievedBecomesADeadLetterWithItsReasonAndTheRestIsRecorded() {
        String id = "DVVNL:T3";
        topics.send(Topics.OUTAGES, Sent.outage(id, 1, OutageStage.CANCELLED, FROM));
        topics.send(Topics.OUTAGES, Sent.outage(id, 2, OutageStage.STARTED, FROM));
        topics.send(Topics.OUTAGES, Sent.outage("DVVNL:T4", 1, OutageStage.UNKNOWN, FROM));
        topics.send(
                Topics.OUTAGES,
                Outage.newBuilder(Sent.outage("DVVNL:T5", 1, OutageStage.STARTED, FROM))
                        .setExpectedRestorationAt(null)
                        .build());
        topics.send(
                Topics.OUTAGES,
                Outage.newBuilder(Sent.outage("DVVNL:T6", 1, OutageStage.STARTED, FROM))
                        .setFromAt(Instant.ofEpochMilli(Long.MIN_VALUE))
                        .build());
        topics.send(Topics.OUTAGES, Sent.outage("DVVNL:T7", 9, OutageStage.RESTORED, FROM));
        service.awaitSettled();

        assertThat(outage(id)).startsWith("1 CANCELLED CANCELLED");
        assertThat(outage("DVVNL:T7")).startsWith("9 RESTORED RESTORED");
        assertThat(service.text("select count(*) from outage where outage_id in ('DVVNL:T4', 'DVVNL:T5', 'DVVNL:T6')"))
                .isEqualTo("0");
        assertThat(reasons())
                .contains(
                        "stage: STARTED (expected: no more, it is CANCELLED)",
                        "stage: UNKNOWN (expected: one that is known)",
                        "expectedRestorationAt: none (expected: a time, unless it is over)")
                .anyMatch(reason -> reason.startsWith("fromAt: -292275055-05-16"));
    }

    @Test
    void othersAreToldWhatIsBelievedOfAnOutageAndNothingElse() {
        String id = "DVVNL:T11";
        send(id, 1, OutageStage.STARTED);
        send(id, 2, OutageStage.CANCELLED);
        send(Outage.newBuilder(Sent.outage(id, 3, OutageStage.RESTORED, FROM))
                .setRestoredAt(FROM.plus(Duration.ofHours(3)))
                .build());
        send(id, 4, OutageStage.STARTED);
        send(Outage.newBuilder(Sent.outage(id, 5, OutageStage.REVISED, FROM))
                .setExpectedRestorationAt(FROM.plus(Duration.ofDays(4000)))
                .build());
        assertThat(outage(id)).startsWith("1 STARTED");
        assertThat(announced(id)).singleElement().satisfies(told -> {
            assertThat(told.getRevision()).isEqualTo(1);
            assertThat(told.getStanding()).isEqualTo(OutageStanding.STARTED);
            assertThat(told.getCausationId()).isEqualTo(id + " 1");
        });

        send(id, 2, OutageStage.REVISED);
        send(id, 1, OutageStage.STARTED);
        send(id, 3, OutageStage.RESTORED);

        assertThat(outage(id)).startsWith("3 RESTORED");
        assertThat(announced(id))
                .extracting(told -> told.getRevision() + " " + told.getStanding() + " " + told.getRestoredAt())
                .containsExactly("1 STARTED null", "2 STARTED null", "3 RESTORED " + FROM.plus(Duration.ofHours(1)));
    }

    @Test
    void ofALineOthersAreToldWhatItTakesDown() {
        String id = "DVVNL:L12";
        send(line(id, 1).build());
        send(line(id, 2)
                .setTakesDownLevel(OutageLevel.SUBSTATION)
                .setTakesDown(List.of("SS1", "SS2"))
                .setNoticeId("DVVNL:N1")
                .build());

        assertThat(announced(id))
                .extracting(RecordedOutage::getCutsOffLevel, RecordedOutage::getCutsOff, RecordedOutage::getNoticeId)
                .containsExactly(
                        tuple(null, List.of(), null), tuple(SupplyLevel.SUBSTATION, List.of("SS1", "SS2"), "DVVNL:N1"));
        assertThat(announced(id).getLast().getWords())
                .containsOnly(Map.entry("en", new RecordedWords("Saadatganj feeder (Noorbari)", "transformer repair")));
    }

    @Test
    void readAgainFromTheBeginningTheTopicChangesNothing() throws Exception {
        send("DVVNL:T10", 1, OutageStage.STARTED);
        send("DVVNL:T10", 2, OutageStage.RESTORED);
        send("DVVNL:T10", 3, OutageStage.STARTED);
        String state = "select md5(string_agg(o::text, '' order by outage_id)) from outage o";
        String before = service.text(state);
        List<String> letters = reasons();
        assertThat(letters).isNotEmpty();
        List<RecordedOutage> told = announced("DVVNL:T10");
        assertThat(told).hasSize(2);

        clock.set(FROM.plus(Duration.ofDays(20)));
        readAgain();
        service.awaitSettled();

        assertThat(service.text(state)).isEqualTo(before);
        assertThat(reasons()).isEqualTo(letters);
        assertThat(announced("DVVNL:T10")).isEqualTo(told);
    }

    @Test
    void reportsOfOneBatchSeeEachOther() {
        List<Received<Outage>> batch = List.of(
                received(1, Sent.outage("DVVNL:T8", 1, OutageStage.STARTED, FROM)),
                received(2, Sent.outage("DVVNL:T8", 2, OutageStage.RESTORED, FROM)),
                received(3, Sent.outage("DVVNL:T8", 3, OutageStage.STARTED, FROM)),
                received(4, Sent.outage("DVVNL:T8", 2, OutageStage.RESTORED, FROM)));

        assertThat(recordOutages.record(batch).as(transaction::transactional).block())
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.record().offset()).isEqualTo(3));
        assertThat(outage("DVVNL:T8")).startsWith("2 RESTORED RESTORED");
        service.awaitSettled();
        assertThat(announced("DVVNL:T8"))
                .singleElement()
                .satisfies(told -> assertThat(told.getRevision()).isEqualTo(2));
    }

    @Test
    void aBatchThatIsRolledBackLeavesNothing() {
        var batch = List.of(received(1, Sent.outage("DVVNL:T9", 1, OutageStage.STARTED, FROM)));
        Mono<Void> killed = recordOutages.record(batch).then(Mono.error(new IllegalStateException("killed")));
        assertThat(killed.as(transaction::transactional)
                        .onErrorComplete()
                        .hasElement()
                        .block())
                .isFalse();

        assertThat(service.text("select count(*) from outage where outage_id = 'DVVNL:T9'"))
                .isEqualTo("0");
        service.awaitSettled();
        assertThat(announced("DVVNL:T9")).isEmpty();
    }

    private static Outage.Builder line(String id, long revision) {
        OutageStage stage = revision == 1 ? OutageStage.STARTED : OutageStage.REVISED;
        return Outage.newBuilder(Sent.outage(id, revision, stage, FROM))
                .setLevel(OutageLevel.TRANSMISSION_LINE)
                .setAssets(List.of("132 kV Tikait Rai Talab"));
    }

    private List<RecordedOutage> announced(String id) {
        return topics.readAll(Topics.RECORDED_OUTAGES).stream()
                .filter(told -> told.getOutageId().equals(id))
                .toList();
    }

    private void send(String id, long revision, OutageStage stage) {
        send(Sent.outage(id, revision, stage, FROM));
    }

    private void send(Outage outage) {
        topics.send(Topics.OUTAGES, outage);
        service.awaitSettled();
    }

    private void readAgain() throws Exception {
        MessageListenerContainer listener = listeners.getListenerContainer(GROUP);
        assertThat(listener).isNotNull();
        listener.stop();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
            assertThat(beginning).isNotEmpty();
            admin.alterConsumerGroupOffsets(GROUP, beginning).all().get();
        }
        listener.start();
    }

    private static Received<Outage> received(long offset, Outage outage) {
        return new Received<>(Topics.Name.OUTAGES, 0, offset, outage.getOutageId(), FROM, outage);
    }

    private String outage(String id) {
        return service.text("""
                select concat_ws(' ', revision, stage, standing, level, assets, to_char(from_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),
                                 to_char(expected_restoration_at at time zone 'UTC', 'HH24:MI'),
                                 coalesce(to_char(restored_at at time zone 'UTC', 'HH24:MI'), '-'))
                from outage where outage_id = '%s'
                """.formatted(id));
    }

    private List<String> reasons() {
        return topics.readAllBytes(Topics.OUTAGES.deadLetters("meter-service")).stream()
                .map(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }
}
