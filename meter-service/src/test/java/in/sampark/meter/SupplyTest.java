package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Index.atIndex;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.contract.campaign.VisitOutcome;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.meter.DueAct;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.meter.NoticeProof;
import in.sampark.contract.meter.SupplyDue;
import in.sampark.contract.meter.SupplySwitched;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.utility.AccountEntry;
import in.sampark.contract.utility.SupplyCause;
import in.sampark.contract.utility.SupplyChange;
import in.sampark.contract.utility.SupplyReport;
import in.sampark.meter.balance.domain.Register;
import in.sampark.platform.outbox.DeadLetter;
import in.sampark.platform.test.TestTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;

/** Households of Mathura whose balance runs out on Monday, 16 November 2026, at ten. */
@MeterServiceTest
class SupplyTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final String RUNS_OUT = "2026-11-16T10:00";
    private static final String CREDIT_OVER = "2026-11-19T10:00";

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    DatabaseClient database;

    @Test
    void fromTheLastPaisaToTheRestorationThatNobodyReported() {
        String id = runsOut("DVVNL:7183000001");
        notified(id, "2026-11-16T10:05");
        assertThat(due(id)).isEmpty();

        at(CREDIT_OVER);
        SupplyDue cut = due(id).getFirst();
        assertThat(said(id)).containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00");
        assertThat(cut.getDuesPaise()).isPositive().isEqualTo(-availablePaise(id));
        assertThat(cut.getAmountNeededPaise()).isEqualTo((cut.getDuesPaise() + 1) / 2);
        assertThat(cut.getDaysBought()).isEqualTo(3);
        assertThat(cut.getPartPayment()).isTrue();
        assertThat(cut.getEmptySince()).isEqualTo(time(RUNS_OUT));
        assertThat(cut.getProof()).isEqualTo(NoticeProof.MESSAGE);
        assertThat(cut.getProofId()).isEqualTo("message of " + id);
        assertThat(cut.getProofAt()).isEqualTo(time("2026-11-16T10:05"));

        at("2026-11-19T10:10");
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-19T10:10")));
        recharge(id, "2026-11-22T21:00", 500_000);
        SupplyDue restore = due(id).getLast();
        assertThat(restore.getCausationId()).isEqualTo("recharge R2" + id);
        assertThat(restore.getAmountNeededPaise()).isZero();
        assertThat(restore.getDaysBought()).isNull();
        assertThat(restore.getPartPayment()).isFalse();

        at("2026-11-22T21:14");
        at("2026-11-22T21:15");
        at("2026-11-22T23:00");
        send(SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-22T22:59")));
        at("2026-11-24T12:00");
        assertThat(said(id))
                .containsExactly(
                        "1 CUT_DUE UNPAID until 2026-11-19T18:00",
                        "3 RESTORE_DUE PAID until 2026-11-22T21:15",
                        "4 RESTORE_OVERDUE NOT_RESTORED until 2026-11-22T21:15");
        assertThat(due(id)).extracting(SupplyDue::getEventId).doesNotHaveDuplicates();
        assertThat(switched(id))
                .containsExactly(
                        "2 OFF at 2026-11-19T10:10 DUES ordered needs " + cut.getAmountNeededPaise()
                                + " for 3 days in part",
                        "5 ON at 2026-11-22T22:59 DUES ordered");
    }

    @Test
    void nobodyIsCutOffWithoutProof() {
        String id = runsOut("DVVNL:7183000002");
        String rung = lowBalance(id);
        at("2026-11-16T10:05");
        status(id, "LOW_BALANCE", MessageStep.ACCEPTED, rung, "2026-11-16T10:05");
        status(id, "LOW_BALANCE", MessageStep.FAILED, rung, "2026-11-16T10:06");
        status(id, "LOW_BALANCE", MessageStep.DELIVERED, "the rung at 30 %", "2026-11-16T10:07");
        status(id, "RECHARGE_CREDITED", MessageStep.DELIVERED, null, "2026-11-16T10:08");
        status(id, "CUT_NOTICE", MessageStep.DELIVERED, null, "2026-11-16T09:59");
        visit(id, VisitOutcome.CONTACTED, "2026-11-17T10:00");
        visit(id, VisitOutcome.LOCKED, "2026-11-17T10:01");
        at("2026-11-20T12:00");
        assertThat(due(id)).isEmpty();

        visit(id, VisitOutcome.NOTICE_HANDED_OVER, "2026-11-20T11:00");
        assertThat(due(id)).isEmpty();
        at("2026-11-21T11:00");
        assertThat(said(id)).containsExactly("1 CUT_DUE UNPAID until 2026-11-21T18:00");
        assertThat(due(id).getFirst().getProof()).isEqualTo(NoticeProof.VISIT);
    }

    @Test
    void aNoticeOfTheCutItselfProvesItForAllConnectionsItSpeaksOf() {
        String id = runsOut("DVVNL:7183000003");
        status(id, "CUT_NOTICE", MessageStep.DELIVERED, null, "2026-11-16T12:00");
        at(CREDIT_OVER);

        assertThat(said(id)).containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00");
    }

    @Test
    void aRechargeThatCrossesWithTheCutWithdrawsItAndRestoresWhatWasCutAllTheSame() {
        String id = runsOut("DVVNL:7183000004");
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        recharge(id, CREDIT_OVER, 500_000);
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time(CREDIT_OVER)));
        assertThat(said(id))
                .containsExactly(
                        "1 CUT_DUE UNPAID until 2026-11-19T18:00",
                        "2 CUT_WITHDRAWN PAID until null",
                        "4 RESTORE_DUE PAID until 2026-11-19T10:15");
        assertThat(switched(id))
                .as("to be restored already, and the order was withdrawn")
                .containsExactly("3 OFF at 2026-11-19T10:00 DUES");
    }

    @Test
    void aCutWithoutACauseThatCrossesWithItsWithdrawalIsRestored() {
        String id = runsOut("DVVNL:7360000011");
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        recharge(id, "2026-11-19T10:01", 500_000);
        at("2026-11-19T10:03");
        send(SupplyReport.newBuilder(SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-19T10:02")))
                .setCause(SupplyCause.OTHER)
                .build());

        assertThat(said(id))
                .containsExactly(
                        "1 CUT_DUE UNPAID until 2026-11-19T18:00",
                        "2 CUT_WITHDRAWN PAID until null",
                        "4 RESTORE_DUE PAID until 2026-11-19T10:18");
        assertThat(switched(id)).containsExactly("3 OFF at 2026-11-19T10:02 DUES");
    }

    @Test
    void aProofCountsThoughTheClockOfWhoBringsItIsBehind() {
        String id = runsOut("DVVNL:7360000012");
        status(id, "LOW_BALANCE", MessageStep.DELIVERED, lowBalance(id), "2026-11-16T09:58");
        at(CREDIT_OVER);

        assertThat(said(id)).containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00");
        assertThat(due(id).getFirst().getProofAt()).isEqualTo(time(RUNS_OUT));
    }

    @Test
    void aSwitchIsAnnouncedOnceAndOnlyWhenItMoves() {
        String id = runsOut("DVVNL:7340000001");
        at("2026-11-20T12:00");
        SupplyReport off = SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-20T10:00"));
        SupplyReport on = SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-20T11:00"));
        send(SupplySent.report(id, SupplyChange.LAST_GASP, time("2026-11-20T09:00")));
        send(SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-20T09:30")));
        assertThat(switched(id)).as("it was on").isEmpty();

        send(off);
        send(off);
        send(SupplyReport.newBuilder(SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-20T10:01")))
                .setEventId("the meter's own report of " + id)
                .build());
        send(SupplySent.report(id, SupplyChange.LAST_GASP, time("2026-11-20T10:30")));
        send(on);
        send(off);
        send(on);
        List<String> switched = switched(id);
        assertThat(switched).hasSize(2).contains("2 ON at 2026-11-20T11:00 DUES", atIndex(1));
        assertThat(switched.getFirst()).startsWith("1 OFF at 2026-11-20T10:00 DUES needs ");
        assertThat(facts(id))
                .extracting(SupplySwitched::getCausationId)
                .containsExactly(off.getEventId(), on.getEventId());
    }

    @Test
    void thatSupplyIsBackByHandIsTheLastWordNotThatItWillStayOn() {
        String id = runsOut("DVVNL:7340000003");
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-19T10:00")));
        at("2026-11-19T12:00");
        send(SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-19T12:00")));

        assertThat(said(id))
                .containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00", "3 CUT_WITHDRAWN RECONNECTED until null");
        assertThat(switched(id)).last().isEqualTo("4 ON at 2026-11-19T12:00 DUES");
        assertThat(service.text("select version from supply where connection_id = '" + id + "'"))
                .isEqualTo("4");
    }

    @Test
    void reportsThatComeTogetherAreAnnouncedEachAndTheFirstNeedsNoPaymentAnyMore() {
        String id = runsOut("DVVNL:7340000002");
        at("2026-11-20T12:00");
        topics.send(Topics.SUPPLY, SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-20T10:00")));
        topics.send(Topics.SUPPLY, SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-20T11:00")));
        service.awaitSettled();

        assertThat(facts(id)).extracting(SupplySwitched::getVersion).containsExactly(1L, 2L);
        assertThat(switched(id)).last().isEqualTo("2 ON at 2026-11-20T11:00 DUES");
    }

    @Test
    void halfOfTheDuesRestoresForThreeDays() {
        String id = runsOut("DVVNL:7183000005");
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time(CREDIT_OVER)));
        recharge(id, "2026-11-19T10:01", due(id).getFirst().getAmountNeededPaise());
        SupplyDue restore = due(id).getLast();
        assertThat(restore.getDue()).isEqualTo(DueAct.RESTORE_DUE);
        assertThat(restore.getGraceUntil()).isEqualTo(time("2026-11-22T10:01"));
        assertThat(restore.getAmountNeededPaise())
                .as("the rest, which half of the dues does not buy again")
                .isEqualTo(restore.getDuesPaise());
        send(SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-19T10:02")));

        at("2026-11-22T11:00");
        at("2026-11-23T08:00");
        assertThat(said(id))
                .containsExactly(
                        "1 CUT_DUE UNPAID until 2026-11-19T18:00",
                        "3 RESTORE_DUE PART_PAID until 2026-11-19T10:16",
                        "5 CUT_DUE GRACE_OVER until 2026-11-23T18:00");
    }

    @Test
    void whoOwesArrearsIsToldThePaymentOfWhichEnoughIsLeft() {
        String id = runsOut("DVVNL:7183000010");
        topics.send(Topics.ACCOUNT_ENTRIES, SupplySent.arrears(id, 100_000, LocalDate.of(2026, 11, 16)));
        service.awaitSettled();
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time(CREDIT_OVER)));
        SupplyDue cut = due(id).getFirst();
        long half = (cut.getDuesPaise() + 1) / 2;
        assertThat(cut.getAmountNeededPaise())
                .as("a tenth goes to arrears")
                .isBetween(half * 10 / 9, half * 10 / 9 + 1);

        recharge(id, "2026-11-19T10:01", cut.getAmountNeededPaise());
        assertThat(due(id).getLast().getDue()).isEqualTo(DueAct.RESTORE_DUE);
    }

    @Test
    void aPartPaymentThatIsSplitAnewCountsAsItIsSplitInTheEnd() {
        String inOrder = cutOffWithDues("DVVNL:7183000031");
        String mixed = cutOffWithDues("DVVNL:7183000032");
        at("2026-11-19T10:05");
        payHalf(inOrder);
        arrearsAt(inOrder, "2026-11-19T10:02");
        arrearsAt(mixed, "2026-11-19T10:02");
        payHalf(mixed);
        at("2026-11-19T10:06");
        assertThat(service.text("select posted_paise::text from account where connection_id = '" + mixed + "'"))
                .isEqualTo(
                        service.text("select posted_paise::text from account where connection_id = '" + inOrder + "'"));
        assertThat(said(inOrder)).hasSize(2).last().asString().contains("RESTORE_DUE PART_PAID");
        assertThat(said(mixed)).isEqualTo(said(inOrder));
    }

    private String cutOffWithDues(String id) {
        runsOut(id);
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time(CREDIT_OVER)));
        return id;
    }

    private void payHalf(String id) {
        long half = (due(id).getFirst().getDuesPaise() + 1) / 2;
        topics.send(Topics.RECHARGES, Sent.recharge(id, "R2" + id, half, time("2026-11-19T10:01")));
        service.awaitSettled();
    }

    private void arrearsAt(String id, String local) {
        topics.send(
                Topics.ACCOUNT_ENTRIES,
                AccountEntry.newBuilder(SupplySent.arrears(id, 300_000, LocalDate.of(2026, 11, 16)))
                        .setOccurredAt(time(local))
                        .build());
        service.awaitSettled();
    }

    @Test
    void everythingAgainAndInAnyOrderChangesNothing() {
        String id = runsOut("DVVNL:7183000006");
        String rung = lowBalance(id);
        SupplyReport off = SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-19T10:10"));
        SupplyReport on = SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-19T11:10"));
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        at("2026-11-19T12:00");
        send(on);
        send(off);
        recharge(id, "2026-11-19T12:00", 500_000);
        String before = row(id);
        List<String> said = said(id);

        send(off);
        send(on);
        status(id, "LOW_BALANCE", MessageStep.DELIVERED, rung, "2026-11-16T10:05");
        topics.send(Topics.RECHARGES, Sent.recharge(id, "R2" + id, 500_000, time("2026-11-19T12:00")));
        visit(id, VisitOutcome.NOTICE_HANDED_OVER, "2026-11-18T10:05");
        at("2026-11-19T12:30");
        assertThat(row(id)).isEqualTo(before);
        assertThat(said(id))
                .isEqualTo(said)
                .as("cut off and switched on again by hand")
                .containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00", "2 CUT_WITHDRAWN RECONNECTED until null");
    }

    @Test
    void whoIsSwitchedOnByHandIsNotCutOffByAnOldProofThatComesAgain() {
        String id = runsOut("DVVNL:7183000011");
        at("2026-11-17T10:00");
        visit(id, VisitOutcome.NOTICE_HANDED_OVER, "2026-11-17T10:00");
        status(id, "CUT_NOTICE", MessageStep.DELIVERED, null, "2026-11-16T12:00");
        assertThat(service.text("select notice_kind from supply where connection_id = '" + id + "'"))
                .as("the earlier one, though it came later")
                .isEqualTo("MESSAGE");
        at(CREDIT_OVER);
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time(CREDIT_OVER)));
        at("2026-11-20T09:00");
        send(SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-20T09:00")));
        List<String> said = said(id);
        String before = row(id);

        visit(id, VisitOutcome.NOTICE_HANDED_OVER, "2026-11-17T10:00");
        status(id, "CUT_NOTICE", MessageStep.DELIVERED, null, "2026-11-16T12:00");
        at("2026-11-21T12:00");
        assertThat(row(id)).isEqualTo(before);
        assertThat(said(id)).isEqualTo(said).containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00");
    }

    @Test
    void aProofFromAfterAReconnectionThatIsReportedLateCounts() {
        String id = runsOut("DVVNL:7320000004");
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time(CREDIT_OVER)));
        at("2026-11-20T11:00");
        visit(id, VisitOutcome.NOTICE_HANDED_OVER, "2026-11-20T09:06");
        visit(id, VisitOutcome.NOTICE_HANDED_OVER, "2026-11-20T10:00");
        send(SupplySent.report(id, SupplyChange.RECONNECTED, time("2026-11-20T09:00")));
        at("2026-11-21T09:05");
        assertThat(said(id)).containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00");

        at("2026-11-21T09:06");
        assertThat(said(id))
                .containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00", "4 CUT_DUE UNPAID until 2026-11-21T18:00");
    }

    @Test
    void aDebtBeginsWithPayingInAdvance() {
        String id = "DVVNL:7183000012";
        clock.set(time("2026-11-16T08:00"));
        topics.send(Topics.CONNECTIONS, billed(id, 1, BillingMode.POSTPAID));
        service.awaitSettled();
        at("2026-11-17T01:00");
        at("2026-11-18T01:00");
        assertThat(service.text("select count(*)::text from supply where connection_id = '" + id + "'"))
                .isEqualTo("0");

        at("2026-11-18T12:00");
        topics.send(Topics.CONNECTIONS, billed(id, 2, BillingMode.PREPAID));
        service.awaitSettled();
        status(id, "CUT_NOTICE", MessageStep.DELIVERED, null, "2026-11-18T12:05");
        at("2026-11-20T12:00");
        assertThat(due(id)).isEmpty();
        at("2026-11-21T12:00");
        assertThat(said(id)).containsExactly("1 CUT_DUE UNPAID until 2026-11-21T18:00");
    }

    @Test
    void aDebtFromBeforePayingInAdvanceThatAnEarlierBuildKeptBeginsAnew() throws IOException {
        String id = "DVVNL:7320000005";
        clock.set(time("2026-11-16T08:00"));
        topics.send(Topics.CONNECTIONS, billed(id, 1, BillingMode.POSTPAID));
        service.awaitSettled();
        at("2026-11-18T12:00");
        topics.send(Topics.CONNECTIONS, billed(id, 2, BillingMode.PREPAID));
        service.awaitSettled();
        status(id, "CUT_NOTICE", MessageStep.DELIVERED, null, "2026-11-18T12:05");
        run(
                "update supply set empty_since = '2026-08-01T00:00Z', cut_since = '2026-08-04T00:00Z', look_at = null where connection_id = '"
                        + id + "'");

        run(new ClassPathResource("db/migration/V83__debts_of_prepaid_billing.sql")
                .getContentAsString(StandardCharsets.UTF_8));
        at("2026-11-20T12:00");
        assertThat(due(id)).isEmpty();
        assertThat(service.text(
                        "select concat_ws(' ', empty_since at time zone 'Asia/Kolkata', notice_at, cut_since) from supply"
                                + " where connection_id = '" + id + "'"))
                .isEqualTo("2026-11-18 00:00:00");
    }

    @Test
    void aDebtThatAnEarlierBuildToldNobodyOfIsTold() throws IOException {
        String id = runsOut("DVVNL:7320000006");
        run("update supply set told_by = null where connection_id = '" + id + "'");

        run(new ClassPathResource("db/migration/V86__untold_debts.sql").getContentAsString(StandardCharsets.UTF_8));
        at("2026-11-17T08:00");
        assertThat(topics.readAll(Topics.LOW_BALANCE))
                .filteredOn(low -> low.getConnectionId().equals(id) && low.getAvailablePaise() <= 0)
                .hasSize(2);
        assertThat(service.text("select told_by is not null from supply where connection_id = '" + id + "'"))
                .isEqualTo("true");
    }

    @Test
    void anOrderEndsWithTheConnection() {
        String id = runsOut("DVVNL:7183000013");
        notified(id, "2026-11-16T10:05");
        at(CREDIT_OVER);
        topics.sendTombstone(Topics.CONNECTIONS, id);
        service.awaitSettled();

        assertThat(said(id))
                .containsExactly("1 CUT_DUE UNPAID until 2026-11-19T18:00", "2 CUT_WITHDRAWN NOT_CHARGED until null");
    }

    @Test
    void whatIsOffForAnotherReasonIsNotRestoredByARecharge() {
        String id = runsOut("DVVNL:7183000007");
        send(SupplyReport.newBuilder(SupplySent.report(id, SupplyChange.DISCONNECTED, time(RUNS_OUT)))
                .setCause(SupplyCause.TAMPER)
                .build());
        send(SupplySent.report(id, SupplyChange.LAST_GASP, time(RUNS_OUT)));
        recharge(id, RUNS_OUT, 500_000);

        assertThat(due(id)).isEmpty();
        assertThat(service.text(
                        "select concat_ws(' ', line, last_gasp_at is not null) from supply where connection_id = '" + id
                                + "'"))
                .isEqualTo("OFF t");
        assertThat(switched(id)).containsExactly("1 OFF at 2026-11-16T10:00 TAMPER");
    }

    @Test
    void whoIsCutOffIsRestoredByARechargeThoughTheNextReportTellsNoCause() {
        String id = runsOut("DVVNL:7183000017");
        send(SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-16T10:01")));
        send(SupplyReport.newBuilder(SupplySent.report(id, SupplyChange.DISCONNECTED, time("2026-11-16T10:02")))
                .setEventId("a report without a cause of " + id)
                .setCause(SupplyCause.OTHER)
                .build());
        recharge(id, "2026-11-16T10:05", 500_000);

        assertThat(due(id)).singleElement().asString().contains("RESTORE_DUE");
    }

    @Test
    void badReportsAndVisitsBecomeDeadLetters() {
        String id = runsOut("DVVNL:7183000008");
        Instant now = time(RUNS_OUT);
        topics.send(Topics.SUPPLY, SupplySent.report("DVVNL:7183999999", SupplyChange.DISCONNECTED, now));
        topics.send(Topics.SUPPLY, SupplySent.report(id, SupplyChange.UNKNOWN, now));
        topics.send(Topics.SUPPLY, SupplySent.report(id, SupplyChange.DISCONNECTED, now.plusSeconds(301)));
        topics.send(
                Topics.SUPPLY,
                SupplyReport.newBuilder(SupplySent.report(id, SupplyChange.DISCONNECTED, now))
                        .setDiscom("PVVNL")
                        .build());
        topics.sendBytes(Topics.Name.SUPPLY, id, "no report".getBytes(StandardCharsets.UTF_8));
        topics.send(Topics.VISITS, SupplySent.visit("DVVNL:7183999998", VisitOutcome.NOTICE_HANDED_OVER, now));
        topics.send(Topics.VISITS, SupplySent.visit(id, VisitOutcome.NOTICE_HANDED_OVER, now.plusSeconds(301)));
        topics.sendBytes(Topics.Name.VISITS, id, "no visit".getBytes(StandardCharsets.UTF_8));
        service.awaitSettled();

        assertThat(reasons(Topics.SUPPLY))
                .contains(
                        "connectionId: DVVNL:7183999999 (expected: a known connection)",
                        "change: UNKNOWN (expected: DISCONNECTED, RECONNECTED or LAST_GASP)",
                        "occurredAt: 2026-11-16T04:35:01Z (expected: at most 2026-11-16T04:35:00Z)",
                        "discom: PVVNL (expected: DVVNL)")
                .hasSize(5);
        assertThat(reasons(Topics.VISITS))
                .contains(
                        "connectionId: DVVNL:7183999998 (expected: a known connection)",
                        "visitedAt: 2026-11-16T04:35:01Z (expected: at most 2026-11-16T04:35:00Z)")
                .hasSize(3);
        assertThat(service.text(
                        "select concat_ws(' ', line, notice_at) from supply where connection_id = '" + id + "'"))
                .isEqualTo("ON");
    }

    @Test
    void aConnectionThatEndsIsLeftAlone() {
        String id = runsOut("DVVNL:7183000009");
        notified(id, "2026-11-16T10:05");
        topics.sendTombstone(Topics.CONNECTIONS, id);
        service.awaitSettled();
        at("2026-11-20T12:00");

        assertThat(due(id)).isEmpty();
    }

    private static Connection billed(String id, long version, BillingMode mode) {
        return Connection.newBuilder(SupplySent.household(id, LocalDate.of(2026, 11, 16)))
                .setVersion(version)
                .setBillingMode(mode)
                .setBillingModeFrom(version == 1 ? null : LocalDate.of(2026, 11, 18))
                .build();
    }

    private String runsOut(String id) {
        clock.set(time("2026-11-16T08:00"));
        topics.send(Topics.CONNECTIONS, SupplySent.household(id, LocalDate.of(2026, 11, 16)));
        service.awaitSettled();
        topics.send(Topics.RECHARGES, Sent.recharge(id, "R1" + id, 1_000, time("2026-11-16T08:00")));
        service.awaitSettled();
        clock.set(time(RUNS_OUT));
        topics.send(Topics.METER_READINGS, Sent.reading(id, new Register(time(RUNS_OUT), 5_000)));
        service.awaitSettled();
        return id;
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private void at(String local) {
        clock.set(time(local));
        service.awaitSettled();
    }

    private void send(SupplyReport report) {
        topics.send(Topics.SUPPLY, report);
        service.awaitSettled();
    }

    private void notified(String id, String local) {
        at(local);
        status(id, "LOW_BALANCE", MessageStep.DELIVERED, lowBalance(id), local);
    }

    private void status(String id, String kind, MessageStep step, String causedBy, String local) {
        topics.send(Topics.MESSAGE_STATUS, SupplySent.message(id, kind, step, causedBy, time(local)));
        service.awaitSettled();
    }

    private void visit(String id, VisitOutcome outcome, String local) {
        topics.send(Topics.VISITS, SupplySent.visit(id, outcome, time(local)));
        service.awaitSettled();
    }

    private void recharge(String id, String local, long paise) {
        at(local);
        topics.send(Topics.RECHARGES, Sent.recharge(id, "R2" + id, paise, time(local)));
        service.awaitSettled();
    }

    private String lowBalance(String id) {
        return topics.readAll(Topics.LOW_BALANCE).stream()
                .filter(low -> low.getConnectionId().equals(id))
                .map(LowBalance::getEventId)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private List<SupplyDue> due(String id) {
        return topics.readAll(Topics.SUPPLY_DUE).stream()
                .filter(due -> due.getConnectionId().equals(id))
                .toList();
    }

    private List<String> said(String id) {
        return due(id).stream()
                .map(due -> due.getVersion() + " " + due.getDue() + " " + due.getWhy() + " until "
                        + (due.getDeadline() == null
                                ? null
                                : due.getDeadline().atZone(INDIA).toLocalDateTime()))
                .toList();
    }

    private List<SupplySwitched> facts(String id) {
        return topics.readAll(Topics.SUPPLY_SWITCHED).stream()
                .filter(switched -> switched.getConnectionId().equals(id))
                .toList();
    }

    private List<String> switched(String id) {
        return facts(id).stream()
                .map(fact -> fact.getVersion() + " " + fact.getState() + " at "
                        + fact.getSwitchedAt().atZone(INDIA).toLocalDateTime() + " " + fact.getCause()
                        + (fact.getOrdered() ? " ordered" : "")
                        + (fact.getPaymentNeeded() ? " needs " + fact.getAmountNeededPaise() : "")
                        + (fact.getDaysBought() == null ? "" : " for " + fact.getDaysBought() + " days")
                        + (fact.getPartPayment() ? " in part" : ""))
                .toList();
    }

    private long availablePaise(String id) {
        return topics.readAll(Topics.BALANCES).stream()
                .filter(balance -> balance.getConnectionId().equals(id))
                .reduce((_, last) -> last)
                .orElseThrow()
                .getAvailablePaise();
    }

    private String row(String id) {
        return service.text("select s::text from supply s where connection_id = '" + id + "'");
    }

    private List<String> reasons(Topic<?> topic) {
        return topics.readAllBytes(topic.deadLetters("meter-service")).stream()
                .map(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(INDIA).toInstant();
    }
}
