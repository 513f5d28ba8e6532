package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.RungUnit;
import in.sampark.contract.utility.MeterReading;
import in.sampark.contract.utility.Recharge;
import in.sampark.contract.utility.RechargeStatus;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MeterServiceTest
class RechargeTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final Instant NOON = Midnight.starting(FIRST).plus(Duration.ofHours(12));

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Test
    void aReversalTakesTheMoneyBackOnceAndTheRechargeBeforeItIsTheLastAgain() {
        String id = connect("DVVNL:7185000001");
        topics.send(Topics.RECHARGES, Sent.recharge(id, "V1", 50_000, NOON.minusSeconds(60)));
        topics.send(Topics.RECHARGES, Sent.recharge(id, "V2", 20_000, NOON));
        topics.send(Topics.RECHARGES, reversal(id, "V2", 20_000));
        topics.send(Topics.RECHARGES, reversal(id, "V2", 20_000));
        service.awaitSettled();

        assertThat(account(id)).isEqualTo("50000 V1 50000");
        assertThat(ledger(id)).isEqualTo("RECHARGE V1 50000, RECHARGE V2 20000, REVERSAL V2 -20000");
    }

    @Test
    void aReversalThatOvertakesItsPaymentComesRight() {
        String id = connect("DVVNL:7185000002");
        topics.send(Topics.RECHARGES, Sent.recharge(id, "W1", 50_000, NOON.minusSeconds(60)));
        topics.send(Topics.RECHARGES, reversal(id, "W2", 20_000));
        service.awaitSettled();
        assertThat(account(id)).isEqualTo("50000 W1 50000");
        topics.send(Topics.RECHARGES, Sent.recharge(id, "W2", 20_000, NOON));
        service.awaitSettled();

        assertThat(account(id)).isEqualTo("50000 W1 50000");
        assertThat(ledger(id)).isEqualTo("RECHARGE W1 50000, RECHARGE W2 20000, REVERSAL W2 -20000");
        assertThat(topics.readAll(Topics.RECHARGE_CREDITED))
                .noneMatch(credited -> credited.getGatewayTransactionId().equals("W2"));
    }

    @Test
    void ofReversalsThatOvertakeTheirPaymentTheOneThatFitsIsBookedAndTheOthersBecomeDeadLetters() {
        String id = connect("DVVNL:7320000001");
        topics.send(Topics.RECHARGES, reversal(id, "Z1", 30_000));
        topics.send(Topics.RECHARGES, reversal(id, "Z1", 20_000));
        topics.send(Topics.RECHARGES, Sent.recharge(id, "Z2", 50_000, NOON.minusSeconds(60)));
        topics.send(Topics.RECHARGES, reversal(id, "Z2", 40_000));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(id, "Z1", 20_000, NOON));
        topics.send(Topics.RECHARGES, reversal(id, "Z3", 60_000));
        topics.send(Topics.RECHARGES, Sent.recharge(id, "Z3", 70_000, NOON.minusSeconds(120)));
        service.awaitSettled();

        assertThat(account(id)).isEqualTo("120000 Z2 50000");
        assertThat(ledger(id)).isEqualTo("RECHARGE Z1 20000, RECHARGE Z2 50000, RECHARGE Z3 70000, REVERSAL Z1 -20000");
        assertThat(refusedReversals(id))
                .containsExactlyInAnyOrder(
                        refusal(id, "Z1", 30_000, 20_000),
                        refusal(id, "Z2", 40_000, 50_000),
                        refusal(id, "Z3", 60_000, 70_000));
    }

    @Test
    void aReversalThatTurnsOutToBeOfAnotherPaymentIsTheDeadLetterItWasSentAs() {
        String id = connect("DVVNL:7320000002");
        topics.send(Topics.RECHARGES, reversal(id, "Q1", 30_000));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(id, "Q1", 20_000, NOON));
        service.awaitSettled();

        ConsumerRecord<byte[], byte[]> letter = deadLetters(id).getFirst();
        ConsumerRecord<byte[], byte[]> sent = topics.readAllBytes(Topics.Name.RECHARGES).stream()
                .filter(record -> header(letter, DeadLetter.ORIGIN)
                        .equals(record.topic() + "-" + record.partition() + "@" + record.offset()))
                .findFirst()
                .orElseThrow();
        assertThat(letter.value()).isEqualTo(sent.value());
    }

    @Test
    void theConsumersOwnRungIsToldBesideTheCompanysUntilTheyTakeItBack() {
        String id = connect("DVVNL:7185000003");
        topics.send(Topics.CONTACTS, contact(id, 1, 90_000L, null));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(id, "X1", 100_000, NOON));
        use(id, 1, 25_000);
        assertThat(topics.readAll(Topics.LOW_BALANCE))
                .filteredOn(low -> low.getConnectionId().equals(id))
                .extracting(LowBalance::getRungUnit, LowBalance::getRungValue)
                .containsExactly(tuple(RungUnit.PAISE, 90_000L));

        topics.send(Topics.CONTACTS, contact(id, 2, null, null));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(id, "X2", 100_000, NOON.plusSeconds(60)));
        use(id, 2, 140_000);
        assertThat(topics.readAll(Topics.LOW_BALANCE))
                .filteredOn(low -> low.getConnectionId().equals(id))
                .hasSize(1);
    }

    @Test
    void inBiharDaysLeftAreTold() {
        String id = "NBPDCL:7185000004";
        clock.set(NOON);
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder(Sent.connection("DVVNL:7185000004", FIRST, FIRST.plusDays(30)))
                        .setConnectionId(id)
                        .setDiscom("NBPDCL")
                        .setCategory("LMV-1-URBAN")
                        .build());
        service.awaitSettled();
        topics.send(
                Topics.RECHARGES,
                Recharge.newBuilder(Sent.recharge(id, "Y1", 20_000, NOON))
                        .setDiscom("NBPDCL")
                        .build());
        for (int day = 1; day <= 4; day++) {
            use(id, day, day * 5_000L);
        }

        // Rs 35.87 a day: 164.13, 128.26, 92.39 and 56.52 are left: 4, 3, 2 and 1 days
        assertThat(topics.readAll(Topics.LOW_BALANCE))
                .filteredOn(low -> low.getConnectionId().equals(id))
                .extracting(LowBalance::getRungUnit, LowBalance::getRungValue, LowBalance::getDaysLeft)
                .containsExactly(tuple(RungUnit.DAYS_LEFT, 7L, 4), tuple(RungUnit.DAYS_LEFT, 3L, 2));
    }

    private String connect(String id) {
        clock.set(NOON);
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(30)));
        service.awaitSettled();
        return id;
    }

    private void use(String id, int day, long wh) {
        LocalDate of = FIRST.plusDays(day - 1L);
        service.awaitSettled();
        clock.set(Midnight.ending(of));
        topics.send(
                Topics.METER_READINGS,
                MeterReading.newBuilder(Sent.reading(id, new Register(Midnight.ending(of), wh)))
                        .setDiscom(id.substring(0, id.indexOf(':')))
                        .build());
        service.awaitSettled();
        clock.set(Midnight.ending(of).plus(Duration.ofMinutes(31)));
        service.awaitSettled();
    }

    private List<String> refusedReversals(String id) {
        return deadLetters(id).stream()
                .map(letter -> header(letter, DeadLetter.REASON))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(String id) {
        return topics.readAllBytes(Topics.RECHARGES.deadLetters("meter-service")).stream()
                .filter(letter -> new String(letter.key(), StandardCharsets.UTF_8).equals(id))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String refusal(String id, String transaction, long paise, long credited) {
        return "gatewayTransactionId: %s of %d paise for %s (expected: the whole, as credited, %d paise for %s)"
                .formatted(transaction, paise, id, credited, id);
    }

    private static Recharge reversal(String id, String transaction, long paise) {
        return Recharge.newBuilder(Sent.recharge(id, transaction, paise, NOON))
                .setEventId("reversal " + transaction)
                .setStatus(RechargeStatus.REVERSED)
                .build();
    }

    private static Contact contact(String id, long version, @Nullable Long paise, @Nullable Integer days) {
        return Contact.newBuilder()
                .setEventId("contact " + id + " " + version)
                .setOccurredAt(NOON)
                .setDiscom("DVVNL")
                .setConnectionId(id)
                .setVersion(version)
                .setStanding(ContactStanding.NONE)
                .setLanguage("hi")
                .setLowBalancePaise(paise)
                .setLowBalanceDays(days)
                .build();
    }

    private String account(String id) {
        return service.text("select concat_ws(' ', posted_paise, last_recharge_id, last_recharge_paise) from account"
                + " where connection_id = '" + id + "'");
    }

    private String ledger(String id) {
        return service.text("select string_agg(concat_ws(' ', kind, cause, amount_paise), ', ' order by kind, cause)"
                + " from ledger_entry where kind in ('RECHARGE', 'REVERSAL') and connection_id = '" + id + "'");
    }
}
