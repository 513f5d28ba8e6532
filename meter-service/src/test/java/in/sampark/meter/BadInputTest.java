package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.RecordReadings;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@MeterServiceTest
class BadInputTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final Instant NOW = Midnight.ending(FIRST);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    RecordReadings recordReadings;

    @Autowired
    TransactionalOperator transaction;

    @BeforeEach
    void setClock() {
        clock.set(NOW);
    }

    @Test
    void badReadingsBecomeDeadLettersWithTheirReasonsDoubtedOnesAreKeptAndGoodOnesAreRecorded() {
        String id = connect("DVVNL:7120000001");
        topics.send(Topics.METER_READINGS, reading(id, FIRST, Duration.ofHours(6), 1_000));
        topics.send(Topics.METER_READINGS, reading("DVVNL:7129999999", FIRST, Duration.ofHours(6), 1_000));
        topics.send(Topics.METER_READINGS, reading(id, FIRST, Duration.ofHours(7), -5));
        topics.send(
                Topics.METER_READINGS,
                MeterReading.newBuilder(reading(id, FIRST, Duration.ofHours(9), 2_000))
                        .setDiscom("PVVNL")
                        .build());
        topics.sendBytes(Topics.Name.METER_READINGS, id, "not a reading".getBytes(StandardCharsets.UTF_8));
        topics.send(Topics.METER_READINGS, reading(id, FIRST, Duration.ofHours(8), 900));
        topics.send(Topics.METER_READINGS, reading(id, FIRST.plusDays(1), Duration.ofHours(24), 9_000));
        topics.send(Topics.METER_READINGS, reading(id, FIRST, Duration.ofHours(24), 4_000));
        service.awaitSettled();

        assertThat(service.text("select string_agg(register_wh::text, ' ' order by register_at) from reading"
                        + " where connection_id = '" + id + "'"))
                .isEqualTo("1000 4000");
        assertThat(reasons(Topics.METER_READINGS))
                .contains(
                        "connectionId: DVVNL:7129999999 (expected: a known connection)",
                        "registerWh: -5 (expected: >= 0)",
                        "discom: PVVNL (expected: DVVNL)",
                        "registerAt: 2026-07-02T18:30:00Z (expected: at most 2026-07-01T18:35:00Z)");
        assertThat(service.text(
                        "select string_agg(concat_ws(' ', reason, explanation, standing), ';') from doubted_reading"
                                + " where connection_id = '" + id + "'"))
                .isEqualTo("BACKWARDS registerWh: 900 (expected: >= 1000, the register at 2026-07-01T00:30:00Z) OPEN");
        assertThat(topics.readAllBytes(Topics.METER_READINGS.deadLetters("meter-service")))
                .anyMatch(letter -> new String(letter.value(), StandardCharsets.UTF_8).equals("not a reading"));
    }

    @Test
    void badRechargesBecomeDeadLettersAndAGoodOneIsCreditedOnce() {
        String id = connect("DVVNL:7120000002");
        Recharge good = Sent.recharge(id, "G1", 50_000, NOW);
        topics.send(Topics.RECHARGES, good);
        topics.send(Topics.RECHARGES, good);
        topics.send(Topics.RECHARGES, Sent.recharge(id, "G1", 60_000, NOW));
        topics.send(Topics.RECHARGES, Sent.recharge(id, "G2", 0, NOW));
        topics.send(Topics.RECHARGES, Sent.recharge("DVVNL:7129999998", "G3", 1, NOW));
        topics.send(
                Topics.RECHARGES,
                Recharge.newBuilder(Sent.recharge(id, "G1", 100, NOW))
                        .setStatus(RechargeStatus.REVERSED)
                        .build());
        service.awaitSettled();

        assertThat(service.text("select posted_paise from account where connection_id = '" + id + "'"))
                .isEqualTo("50000");
        assertThat(reasons(Topics.RECHARGES))
                .contains(
                        "gatewayTransactionId: G1 of 60000 paise for " + id
                                + " (expected: as credited before, 50000 paise for " + id + ")",
                        "amountPaise: 0 (expected: > 0)",
                        "connectionId: DVVNL:7129999998 (expected: a known connection)",
                        "gatewayTransactionId: G1 of 100 paise for " + id
                                + " (expected: the whole, as credited, 50000 paise for " + id + ")");
    }

    @Test
    void aBatchThatIsRolledBackLeavesNothing() {
        String id = connect("DVVNL:7120000003");
        String account = "select a::text from account a where connection_id = '" + id + "'";
        String before = service.text(account);
        var record = reading(id, FIRST, Duration.ofHours(24), 4_000);
        var received = new Received<>(Topics.Name.METER_READINGS, 0, 0, id, NOW, record);
        Mono<Void> killed =
                recordReadings.record(List.of(received)).then(Mono.error(new IllegalStateException("killed")));
        assertThat(killed.as(transaction::transactional)
                        .onErrorComplete()
                        .hasElement()
                        .block())
                .isFalse();

        assertThat(service.text(account)).isEqualTo(before);
        topics.send(Topics.METER_READINGS, record);
        service.awaitSettled();
        assertThat(service.text("select open_wh from account where connection_id = '" + id + "'"))
                .contains("\"2026-07-01\": 4000");
    }

    @Test
    void whatIsMonthsLateInABatchIsJudgedBesideWhatIsRepeated() {
        Instant later = NOW.plus(Duration.ofDays(90));
        String late = connect("DVVNL:7120000021");
        topics.send(Topics.CONNECTIONS, Sent.connection("DVVNL:7120000022", FIRST, FIRST.plusDays(100)));
        topics.send(Topics.METER_READINGS, reading(late, FIRST, Duration.ofHours(2), 1_000));
        service.awaitSettled();
        clock.set(later);
        MeterReading repeated = reading("DVVNL:7120000022", FIRST.plusDays(90), Duration.ofHours(6), 9_000);
        topics.send(Topics.METER_READINGS, reading(late, FIRST.plusDays(90), Duration.ofHours(6), 9_000));
        topics.send(Topics.METER_READINGS, repeated);
        service.awaitSettled();

        List<Received<MeterReading>> batch = Stream.of(
                        reading(late, FIRST, Duration.ofHours(1), 1_500),
                        reading(late, FIRST, Duration.ofHours(2), 1_000),
                        MeterReading.newBuilder(repeated).setRegisterWh(9_001).build(),
                        repeated)
                .map(sent -> new Received<>(Topics.Name.METER_READINGS, 0, 0, sent.getConnectionId(), later, sent))
                .toList();
        assertThat(recordReadings.record(batch).as(transaction::transactional).block())
                .isEmpty();

        assertThat(service.text("select string_agg(explanation, ';' order by register_at) from doubted_reading"
                        + " where connection_id in ('" + late + "', 'DVVNL:7120000022')"))
                .isEqualTo(
                        "registerWh: 1500 (expected: <= 1000, the register at 2026-06-30T20:30:00Z);"
                                + "registerWh: 9001 at 2026-09-29T00:30:00Z (expected: 9000, as recorded before; the first one stays)");
    }

    @Test
    void anOlderVersionOfAConnectionIsIgnoredAndATombstoneEndsIt() {
        String id = connect("DVVNL:7120000004");
        String terms =
                "select concat_ws(' ', supply_to, removed, charge_due) from account where connection_id = '" + id + "'";
        topics.send(Topics.CONNECTIONS, Sent.connection(id, 3, FIRST, FIRST.plusDays(9)));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, 2, FIRST, FIRST.plusDays(99)));
        service.awaitSettled();
        assertThat(service.text(terms)).isEqualTo("2026-07-10 f 2026-07-01");

        topics.sendTombstone(Topics.CONNECTIONS, id);
        topics.send(Topics.CONNECTIONS, Sent.connection(id, 3, FIRST, FIRST.plusDays(9)));
        service.awaitSettled();
        assertThat(service.text(terms)).isEqualTo("2026-07-10 t");
        topics.send(Topics.METER_READINGS, reading(id, FIRST, Duration.ofHours(24), 77));
        service.awaitSettled();
        assertThat(reasons(Topics.METER_READINGS)).contains("connection: removed (expected: one that exists)");
    }

    @Test
    void aConnectionWithoutATariffIsRejected() {
        var connection = Connection.newBuilder(Sent.connection("DVVNL:7120000005", FIRST, FIRST.plusDays(30)))
                .setCategory("LMV-9")
                .build();
        topics.send(Topics.CONNECTIONS, connection);
        service.awaitSettled();

        assertThat(reasons(Topics.CONNECTIONS))
                .contains(
                        "category: LMV-9 from 2026-07-01"
                                + " (expected: a category with a tariff of that day, of [DS-I, DS-II, LMV-1-BPL, LMV-1-RURAL, LMV-1-URBAN])");
    }

    private String connect(String id) {
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(30)));
        service.awaitSettled();
        return id;
    }

    private static MeterReading reading(String id, LocalDate day, Duration after, long wh) {
        return Sent.reading(id, new Register(Midnight.starting(day).plus(after), wh));
    }

    private List<String> reasons(Topic<?> topic) {
        return topics.readAllBytes(topic.deadLetters("meter-service")).stream()
                .map(BadInputTest::reason)
                .toList();
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8);
    }
}
