package in.sampark.meter;

import static in.sampark.meter.BillSent.bill;
import static in.sampark.meter.BillSent.noon;
import static in.sampark.meter.BillSent.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.BillNotice;
import in.sampark.contract.utility.BillPaymentStatus;
import in.sampark.contract.utility.BillStatus;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.bill.RemindOfBills;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.test.TestTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@MeterServiceTest
class BillTopicTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 7, 1);
    private static final LocalDate DUE = ISSUED.plusDays(14);

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    RemindOfBills remindOfBills;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void aBillIsToldOfRemindedOfAndPaid() {
        String id = connect("DVVNL:7210000001");
        topics.send(Topics.BILLS, bill(id, "T1", ISSUED, 100_00).build());
        service.awaitSettled();
        clock.set(Midnight.starting(DUE).plus(Duration.ofHours(8)));
        service.awaitSettled();
        clock.set(Midnight.starting(DUE).plus(Duration.ofHours(9)));
        service.awaitSettled();
        clock.set(noon(DUE.plusDays(7)));
        service.awaitSettled();
        topics.send(Topics.BILL_PAYMENTS, payment(id, "TP1", "T1", 40_00, DUE).build());
        topics.send(Topics.BILL_PAYMENTS, payment(id, "TP2", null, 60_00, DUE).build());
        service.awaitSettled();
        clock.set(noon(DUE.plusDays(40)));
        service.awaitSettled();

        assertThat(told(id))
                .containsExactly(
                        "T1 ISSUED null 10000 -14",
                        "T1 DUE_SOON -3 10000 0",
                        "T1 DUE_SOON 0 10000 0",
                        "T1 OVERDUE 7 10000 7",
                        "T1 PAID null 0 7");
        assertThat(dues(id)).isEqualTo("0 0 0 ");
    }

    @Test
    void everyStepOfManyConnectionsIsDoneAPageAtATime() {
        List<String> ids = List.of(
                "DVVNL:7210000011", "DVVNL:7210000012", "DVVNL:7210000013", "DVVNL:7210000014", "DVVNL:7210000015");
        ids.forEach(this::connect);
        ids.forEach(id -> topics.send(
                Topics.BILLS, bill(id, "M" + id.substring(13), ISSUED, 100_00).build()));
        service.awaitSettled();
        clock.set(noon(DUE.plusDays(20)));
        service.awaitSettled();

        assertThat(ids)
                .allSatisfy(
                        id -> assertThat(told(id)).hasSize(2).last().asString().endsWith("OVERDUE 15 10000 20"));
        assertThat(dues(ids.getFirst())).isEqualTo("10000 0 10000 " + DUE);
    }

    @Test
    void aPageThatIsCutOffLeavesNothingAndIsDoneLater() {
        String id = connect("DVVNL:7210000021");
        topics.send(Topics.BILLS, bill(id, "C1", ISSUED, 100_00).build());
        service.awaitSettled();
        clock.setUnnoticed(noon(DUE));
        assertThatThrownBy(() -> remindOfBills
                        .lookAtPage()
                        .then(Mono.error(new IllegalStateException("killed")))
                        .as(transaction::transactional)
                        .block())
                .hasMessage("killed");
        assertThat(remindOfBills.backlog().block()).isPositive();
        assertThat(told(id)).containsExactly("C1 ISSUED null 10000 -14");

        clock.set(noon(DUE));
        service.awaitSettled();
        assertThat(told(id)).containsExactly("C1 ISSUED null 10000 -14", "C1 DUE_SOON 0 10000 0");
    }

    @Test
    void paymentsBeforeTheirBillReversalsAndOverpaymentComeOutRight() {
        String id = connect("DVVNL:7210000031");
        topics.send(
                Topics.BILL_PAYMENTS, payment(id, "RP1", "R1", 70_00, ISSUED).build());
        topics.send(
                Topics.BILL_PAYMENTS, payment(id, "RP2", "R1", 80_00, ISSUED).build());
        topics.send(
                Topics.BILL_PAYMENTS,
                payment(id, "RP3", null, 50_00, ISSUED)
                        .setStatus(BillPaymentStatus.REVERSED)
                        .build());
        service.awaitSettled();
        topics.send(Topics.BILLS, bill(id, "R1", ISSUED, 100_00).build());
        topics.send(Topics.BILLS, bill(id, "R1", ISSUED, 100_00).build());
        topics.send(
                Topics.BILL_PAYMENTS, payment(id, "RP3", "R1", 50_00, ISSUED).build());
        service.awaitSettled();
        assertThat(dues(id)).isEqualTo("0 5000 0 ");
        assertThat(service.text(
                        "select concat_ws(' ', bill_number, reversed, reversed_at at time zone 'UTC') from bill_payment"
                                + " where payment_id = 'RP3'"))
                .isEqualTo("R1 t 2026-07-01 06:30:00");

        topics.send(
                Topics.BILL_PAYMENTS,
                payment(id, "RP2", "R1", 80_00, ISSUED)
                        .setEventId("payment RP2 reversed")
                        .setStatus(BillPaymentStatus.REVERSED)
                        .build());
        service.awaitSettled();
        assertThat(dues(id)).isEqualTo("3000 0 0 ");
        assertThat(told(id)).containsExactly("R1 ISSUED null 0 -14", "R1 REOPENED null 3000 -14");
    }

    @Test
    void aPaymentWhoseBillNeverComesGoesToAnotherAfterSomeDays() {
        String id = connect("DVVNL:7500000001");
        topics.send(Topics.BILLS, bill(id, "W1", ISSUED, 100_00).build());
        topics.send(
                Topics.BILL_PAYMENTS, payment(id, "WP1", "W0", 100_00, ISSUED).build());
        service.awaitSettled();
        assertThat(dues(id)).isEqualTo("10000 0 0 ");

        clock.set(noon(ISSUED.plusDays(7)));
        service.awaitSettled();
        assertThat(dues(id)).isEqualTo("0 0 0 ");
        assertThat(told(id)).containsExactly("W1 ISSUED null 10000 -14", "W1 PAID null 0 -7");
    }

    @ParameterizedTest
    @CsvSource({"DVVNL:7500000002, E1, V88__dues_reckoned_anew", "DVVNL:7500000003, E2, V89__times_of_reversals"})
    void whatAnEarlierBuildTookOffForArrearsIsOwed(String account, String number, String migration) throws IOException {
        String id = connect(account);
        topics.send(
                Topics.BILLS,
                bill(id, number, ISSUED, 900_00).setArrearsPaise(15_00).build());
        service.awaitSettled();
        database.sql("update dues set outstanding_paise = 0, next_look = null where connection_id = '" + id + "'")
                .then()
                .block();

        String script =
                new ClassPathResource("db/migration/" + migration + ".sql").getContentAsString(StandardCharsets.UTF_8);
        String reckonAnew = script.substring(script.indexOf("update dues"));
        database.sql(reckonAnew.replace("current_date", "date '" + ISSUED + "'"))
                .then()
                .block();
        clock.set(noon(ISSUED));
        service.awaitSettled();
        assertThat(dues(id)).isEqualTo("90000 0 0 ");
    }

    @Test
    void aBillIsRevisedAndCancelled() {
        String id = connect("DVVNL:7210000041");
        topics.send(Topics.BILLS, bill(id, "V1", ISSUED, 100_00).build());
        service.awaitSettled();
        topics.send(Topics.BILLS, bill(id, "V1", ISSUED, 90_00).setRevision(1).build());
        topics.send(Topics.BILLS, bill(id, "V1", ISSUED, 100_00).build());
        service.awaitSettled();
        assertThat(dues(id)).isEqualTo("9000 0 0 ");

        topics.send(
                Topics.BILLS,
                bill(id, "V1", ISSUED, 90_00)
                        .setRevision(1)
                        .setStatus(BillStatus.CANCELLED)
                        .build());
        service.awaitSettled();
        assertThat(dues(id)).isEqualTo("0 0 0 ");
        assertThat(told(id))
                .containsExactly("V1 ISSUED null 10000 -14", "V1 ISSUED null 9000 -14", "V1 CANCELLED null 0 -14");
    }

    @Test
    void eachNoticeOfABillBearsAHigherVersionThanThoseBeforeIt() {
        String id = connect("DVVNL:7210000061");
        topics.send(Topics.BILLS, bill(id, "N1", ISSUED, 100_00).build());
        topics.send(Topics.BILLS, bill(id, "N2", ISSUED, 50_00).build());
        service.awaitSettled();
        clock.set(noon(DUE.plusDays(7)));
        service.awaitSettled();
        topics.send(Topics.BILL_PAYMENTS, payment(id, "NP1", "N1", 100_00, DUE).build());
        service.awaitSettled();
        topics.send(
                Topics.BILL_PAYMENTS,
                payment(id, "NP1", "N1", 100_00, DUE)
                        .setEventId("payment NP1 reversed")
                        .setStatus(BillPaymentStatus.REVERSED)
                        .build());
        topics.send(Topics.BILLS, bill(id, "N1", ISSUED, 90_00).setRevision(1).build());
        service.awaitSettled();

        assertThat(versions(id, "N1"))
                .startsWith(1L)
                .hasSizeGreaterThan(3)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(versions(id, "N2"))
                .as("of another bill")
                .startsWith(1L)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeRightBecomesADeadLetterWithItsReason() {
        String id = connect("DVVNL:7210000051");
        String other = connect("DVVNL:7210000052");
        topics.send(Topics.BILLS, bill(id, "D1", ISSUED, 100_00).build());
        service.awaitSettled();
        topics.send(Topics.BILLS, bill(id, "D1", ISSUED, 101_00).build());
        topics.send(Topics.BILLS, bill(other, "D1", ISSUED, 100_00).build());
        topics.send(Topics.BILLS, bill("DVVNL:7219999999", "D2", ISSUED, 100_00).build());
        topics.send(Topics.BILLS, bill(id, "D3", ISSUED, 1).setDiscom("PVVNL").build());
        topics.send(
                Topics.BILLS,
                bill(id, "D4", ISSUED, 1).setStatus(BillStatus.UNKNOWN).build());
        topics.sendBytes(Topics.Name.BILLS, id, "not a bill".getBytes(StandardCharsets.UTF_8));
        topics.send(
                Topics.BILL_PAYMENTS, payment(id, "DP1", "D1", 10_00, ISSUED).build());
        service.awaitSettled();
        topics.send(
                Topics.BILL_PAYMENTS, payment(id, "DP1", "D1", 11_00, ISSUED).build());
        topics.send(
                Topics.BILL_PAYMENTS,
                payment("DVVNL:7219999999", "DP2", null, 1, ISSUED).build());
        service.awaitSettled();

        assertThat(reasons(Topics.BILLS))
                .contains(
                        "revision: 0 of bill D1 with another content (expected: the content taken before, or a higher revision)",
                        "billNumber: D1 (expected: one not used for another connection)",
                        "connectionId: DVVNL:7219999999 (expected: a known connection)",
                        "discom: PVVNL (expected: DVVNL)",
                        "status: UNKNOWN (expected: ISSUED or CANCELLED)");
        assertThat(reasons(Topics.BILL_PAYMENTS))
                .contains(
                        "paymentId: DP1 of 1100 paise for DVVNL:7210000051, bill D1"
                                + " (expected: as taken before, 1000 paise for DVVNL:7210000051, bill D1)",
                        "connectionId: DVVNL:7219999999 (expected: a known connection)");
        assertThat(dues(id)).isEqualTo("9000 0 0 ");
    }

    private String connect(String id) {
        clock.set(noon(ISSUED));
        topics.send(Topics.CONNECTIONS, Sent.connection(id, ISSUED, null));
        service.awaitSettled();
        return id;
    }

    /** Bill, stage, rung, what is left to pay and days overdue. */
    private List<String> told(String id) {
        return topics.readAll(Topics.BILL_NOTICES).stream()
                .filter(notice -> notice.getConnectionId().equals(id))
                .map(BillTopicTest::described)
                .toList();
    }

    private List<Long> versions(String id, String bill) {
        return topics.readAll(Topics.BILL_NOTICES).stream()
                .filter(notice -> notice.getConnectionId().equals(id)
                        && notice.getBillNumber().equals(bill))
                .map(BillNotice::getVersion)
                .toList();
    }

    private static String described(BillNotice notice) {
        return notice.getBillNumber() + " " + notice.getStage() + " " + notice.getRungDays() + " "
                + notice.getOutstandingPaise() + " " + notice.getDaysOverdue();
    }

    private String dues(String id) {
        return service.text(
                "select concat_ws(' ', outstanding_paise, credit_paise, overdue_paise, coalesce(overdue_since::text, ''))"
                        + " from dues where connection_id = '" + id + "'");
    }

    private List<String> reasons(Topic<?> topic) {
        return topics.readAllBytes(topic.deadLetters("meter-service")).stream()
                .map(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }
}
